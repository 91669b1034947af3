import type { Operation, OperationGroup } from "../api.js";
import type { Context } from "../context.js";
import { fileName, kebabCase } from "./spelling.js";

/**
 * Puts the operations into groups by their tags, in the order of the document. An operation with several tags is in the group of each, and
 * belongs to the first. One without a tag belongs to the first segment of its path, or to the tag that is spelled like it.
 */
export function groupOperations(context: Context, operations: readonly Operation[]): readonly OperationGroup[] {
  const names = nameTags(context, operations);
  const bySpelling = new Map<string, string>();
  for (const tag of names.keys()) if (!bySpelling.has(spelled(tag))) bySpelling.set(spelled(tag), tag);
  const groups = new Map<string, Operation[]>();
  const owners = new Map<Operation, string>();
  const others = new Set(
    (context.root.tags ?? []).filter(({ kind = "nav" }) => kind !== "nav").map(({ name }) => name),
  );
  for (const operation of operations) {
    const titles = titlesOf(operation, bySpelling, others);
    owners.set(operation, titles[0] ?? "");
    for (const title of new Set(titles)) {
      const group = groups.get(title);
      if (group === undefined) groups.set(title, [operation]);
      else group.push(operation);
    }
  }
  const taken = new Set(names.values());
  return [...groups].map(([title, members]) => ({
    title,
    name: names.get(title) ?? freeName(title, taken),
    operations: members,
    own: members.filter((operation) => owners.get(operation) === title),
  }));
}

/** @param others - tags that are no groups, such as an audience (OpenAPI 3.2.0, Tag Object) */
function titlesOf(
  { tags, path }: Operation,
  bySpelling: ReadonlyMap<string, string>,
  others: ReadonlySet<string>,
): readonly string[] {
  const groups = tags.filter((tag) => !others.has(tag));
  if (groups.length > 0) return groups;
  const segment = path.split("/").find((part) => kebabCase(part) !== "");
  const title = segment === undefined ? "root" : spelled(segment);
  return [bySpelling.get(title) ?? title];
}

/** The subpath of each tag that an operation has. */
function nameTags(context: Context, operations: readonly Operation[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const operation of operations) {
    for (const [index, tag] of operation.tags.entries()) {
      if (names.has(tag)) continue;
      const wanted = spelled(tag);
      const name = freeName(wanted, owners);
      names.set(tag, name);
      const other = owners.get(wanted);
      owners.set(name, tag);
      if (name !== kebabCase(tag)) report(context, { tag, name, other, pointer: `${operation.pointer}/tags/${index}` });
    }
  }
  return names;
}

function spelled(title: string): string {
  return fileName(title) || "tag";
}

/** What a package has at these subpaths is something else; and what no file can be called on Windows. */
const reserved: ReadonlySet<string> = new Set([
  ..."index functions raw values webhooks schemas unused generated openapi package".split(" "),
  ..."con prn aux nul".split(" "),
  ...["com", "lpt"].flatMap((device) => "123456789".split("").map((digit) => `${device}${digit}`)),
]);

function freeName(wanted: string, taken: { has(name: string): boolean }): string {
  let name = wanted;
  for (let number = 2; taken.has(name) || reserved.has(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

interface Renamed {
  readonly tag: string;
  readonly name: string;
  readonly other: string | undefined;
  readonly pointer: string;
}

function report(context: Context, { tag, name, other, pointer }: Renamed): void {
  const message = `The operations of the tag "${tag}" are at the subpath ${name}: ${reasonFor(tag, other)}.`;
  context.report("tag-name-changed", pointer, message, "Give the tag a name of its own.");
}

function reasonFor(tag: string, other: string | undefined): string {
  const own = spelled(tag);
  if (other !== undefined) return `${own} is that of the tag "${other}"`;
  if (reserved.has(own)) return `${own} is something else in a package, or no name for a file`;
  return kebabCase(tag) === "" ? "there are neither letters nor digits in it" : "it is too long for the name of a file";
}
