import type { Tin } from "./nullable-one-of-discriminator/index.js";

export function turns({ lid }: Tin): number {
  if (lid === null) return 0;
  return lid.kind === "screw" ? lid.turns : (lid.clicks ?? 0);
}
// @ts-expect-error there is no such lid
export const wrong: Tin = { lid: { kind: "cork" } };
