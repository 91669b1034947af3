import type { Api } from "@facsimile/document";

/** Whether a path, or another template, has the form of a template. */
export function matchesPath(template: string, path: string): boolean {
  const wanted = template.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment.includes("{") || segment === given[index])
  );
}

/** A path that no template of the document has. */
export function unknownPath(api: Api): string {
  for (let depth = 1; ; depth += 1) {
    const path = "/no-such-path".repeat(depth);
    if (!api.operations.some(({ path: template }) => matchesPath(template, path))) return path;
  }
}
