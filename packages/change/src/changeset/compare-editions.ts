import { relative, sep } from "node:path";
import type { TypeFinding } from "../bump/effect.js";
import type { Change } from "../change/change.js";
import { diff } from "../diff.js";
import type { Base } from "./base.js";
import type { GeneratedPackage, Workspace } from "./generated-packages.js";
import type { History } from "./history.js";

/** What is different in a package since its base. */
export interface EditionFindings {
  readonly wire: readonly Change[];
  readonly types: readonly TypeFinding[];
}

export async function compareEditions(
  own: GeneratedPackage,
  base: Base,
  { root }: Workspace,
  _history: History,
): Promise<EditionFindings> {
  const document = relative(root, own.document).split(sep).join("/");
  const [found] = await diff(base.document, document, { cwd: root });
  return { wire: found?.changes ?? [], types: [] };
}
