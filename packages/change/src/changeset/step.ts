import { type Bump, compareBumps, highestBump } from "../bump/bump.js";
import type { ChangeLine } from "./change-lines.js";
import { type OwnChangeset, printOwnChangeset, updateOwnChangeset } from "./own-changeset.js";

/** What is to be released of a package, and what asks for it already. */
export interface Need {
  readonly name: string;
  /** What has to be asked for. */
  readonly bump: Bump;
  readonly lines: readonly ChangeLine[];
  /** The changeset of the command's own, where there is one: its text, and what was read of it. */
  readonly own: { readonly text: string; readonly changeset: OwnChangeset; readonly isOlder: boolean } | undefined;
  /** The changesets of people. */
  readonly others: readonly { readonly id: string; readonly bump: Bump }[];
  /** How far the version has been raised already since the last release. */
  readonly raised: Bump;
  /** Raises what people have lowered, in place of refusing it. */
  readonly raise: boolean;
}

/** What is to be done about the changeset of a package. */
export type Step =
  | { readonly kind: "nothing" }
  /** Something else asks for enough. */
  | { readonly kind: "covered"; readonly by: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "write"; readonly text: string }
  | { readonly kind: "delete" }
  /** A person has asked for less. */
  | { readonly kind: "refused" };

/** Decides by what is there; touches nothing. */
export function stepOf(need: Need): Step {
  const { own, bump, others, raised } = need;
  const elsewhere = highestBump([raised, ...others.map((other) => other.bump)]);
  if (own !== undefined) return update(need, own, elsewhere);
  if (bump === "none") return { kind: "nothing" };
  if (compareBumps(raised, bump) >= 0) return { kind: "covered", by: "the version, which has been raised" };
  const enough = others.find((other) => compareBumps(other.bump, bump) >= 0);
  if (enough !== undefined) return { kind: "covered", by: `.changeset/${enough.id}.md` };
  return { kind: "write", text: printOwnChangeset(need.name, bump, need.lines) };
}

function update(
  { name, bump, lines, raise }: Need,
  { text, changeset }: NonNullable<Need["own"]>,
  elsewhere: Bump,
): Step {
  const { bump: asked, written } = changeset;
  const isPersons = written === undefined || asked !== written.bump;
  const isEnough = compareBumps(highestBump([asked, elsewhere]), bump) >= 0;
  if (isPersons && !isEnough && !raise) return { kind: "refused" };
  const next = isPersons && isEnough ? asked : bump;
  const own = written === undefined || lines.length === 0 || bump === "none" ? undefined : { bump, lines };
  const result = updateOwnChangeset(text, name, next === "none" ? asked : next, own);
  if (result === undefined) return { kind: "delete" };
  return result === text ? { kind: "unchanged" } : { kind: "write", text: result };
}

/** What is asked for of a package in all, as `--check` sees it. */
export function askedBump({ own, others, raised }: Need): Bump {
  const mine = own === undefined || own.isOlder ? "none" : own.changeset.bump;
  return highestBump([mine, raised, ...others.map(({ bump }) => bump)]);
}
