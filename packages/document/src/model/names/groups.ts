import type { Operation, OperationGroup } from "../api.js";
import type { Context } from "../context.js";
import { kebabCase } from "./spelling.js";

/**
 * Puts the operations into groups by their tags, in the order of the document. An operation with several tags is in the group of each, and
 * belongs to the first.
 */
export function groupOperations(context: Context, operations: readonly Operation[]): readonly OperationGroup[] {
  const members = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const title of new Set(titlesOf(operation))) {
      const group = members.get(title);
      if (group === undefined) members.set(title, [operation]);
      else group.push(operation);
    }
  }
  const names = nameGroups(context, members);
  return [...members].map(([title, all]) => ({
    title,
    name: names.get(title) ?? title,
    operations: all,
    own: all.filter((operation) => titlesOf(operation)[0] === title),
  }));
}

/** Its tags; for an operation without any, the first segment of its path. */
function titlesOf({ tags, path }: Operation): readonly string[] {
  if (tags.length > 0) return tags;
  const [segment] = path.split("/").filter((part) => kebabCase(part) !== "");
  return [segment ?? "root"];
}

function nameGroups(context: Context, members: ReadonlyMap<string, readonly Operation[]>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [title, [first]] of members) {
    const wanted = kebabCase(title).slice(0, longest) || "tag";
    const name = freeName(wanted, owners);
    owners.set(name, title);
    names.set(title, name);
    if (name !== wanted || kebabCase(title) === "") report(context, { title, wanted, name }, owners.get(wanted), first);
  }
  return names;
}

/** Longer ones are cut: a file name has up to 255 bytes on common file systems. */
const longest = 60;

/** What a package has at these subpaths is something else; and what no file can be called on Windows. */
const reserved: ReadonlySet<string> = new Set(
  "index functions raw webhooks schemas unused openapi package generated con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9".split(
    " ",
  ),
);

function freeName(wanted: string, owners: ReadonlyMap<string, string>): string {
  let name = wanted;
  for (let number = 2; owners.has(name) || reserved.has(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

interface Renamed {
  readonly title: string;
  readonly wanted: string;
  readonly name: string;
}

function report(
  context: Context,
  { title, wanted, name }: Renamed,
  other: string | undefined,
  first: Operation | undefined,
): void {
  const reason =
    other === undefined || other === title
      ? reserved.has(wanted)
        ? `"${wanted}" is taken by the package itself`
        : "it has neither letters nor digits"
      : `"${wanted}" is the name of "${other}"`;
  const what = first?.tags.includes(title) ? "tag" : "path segment";
  const message = `The operations of the ${what} "${title}" are at the subpath "${name}": ${reason}.`;
  context.report("tag-name-changed", first?.pointer ?? "", message, "Give the tag a name of its own.");
}
