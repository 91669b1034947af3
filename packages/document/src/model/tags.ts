import type { RawTag } from "../load/openapi.js";
import type { Tag } from "./api.js";
import type { Context } from "./context.js";

/** The tags that a document declares. A parent that is none of them, or is a part of its own part, is none. */
export function buildTags(context: Context, tags: readonly RawTag[]): readonly Tag[] {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  return tags.map(({ name, summary, description, parent, kind = "nav" }, index) => {
    const fault = parent === undefined ? undefined : faultOf(parents, name, parent);
    if (fault !== undefined)
      report(context, `/tags/${index}/parent`, `The tag "${name}" ${fault}; it stands for itself.`);
    return { name, summary, description, kind, parent: fault === undefined ? parent : undefined };
  });
}

function faultOf(parents: ReadonlyMap<string, string | undefined>, name: string, parent: string): string | undefined {
  if (!parents.has(parent)) return `is a part of "${parent}", which is no tag of the document`;
  const seen = new Set([name]);
  for (let next: string | undefined = parent; next !== undefined; next = parents.get(next)) {
    if (seen.has(next)) return next === name ? "is a part of itself" : undefined;
    seen.add(next);
  }
  return undefined;
}

function report(context: Context, pointer: string, message: string): void {
  context.report("tag-parent-unknown", pointer, message, "Name a tag that is declared, and is no part of this one.");
}
