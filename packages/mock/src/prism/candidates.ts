import { decoded } from "../wire/decoded.js";
import type { PrismOperation, PrismOperations } from "./prism-operation.js";

/** The segments of a path, decoded as Prism decodes them; undefined where one has a parameter. */
type Segments = readonly (string | undefined)[];

/**
 * The operations whose paths a request may have, in their order: Prism takes the paths of all operations apart for each request, which takes longer than
 * the answer where there are a thousand. Where there is none, the first of all operations, for Prism to refuse.
 */
export function candidatesOf(outline: PrismOperations): (path: string) => PrismOperation[] {
  const byLength = new Map<number, (readonly [PrismOperation, Segments])[]>();
  for (const operation of outline) {
    const segments = operation.path.split("/").map((segment) => (hasParameter(segment) ? undefined : decoded(segment)));
    const alike = byLength.get(segments.length) ?? [];
    alike.push([operation, segments]);
    byLength.set(segments.length, alike);
  }
  return (path) => {
    const wanted = path.split("/").map(decoded);
    const found = (byLength.get(wanted.length) ?? []).filter(([, segments]) =>
      segments.every((segment, index) => segment === undefined || segment === wanted[index]),
    );
    return found.length === 0 ? outline.slice(0, 1) : found.map(([operation]) => operation);
  };
}

/** As Prism sees it. */
function hasParameter(segment: string): boolean {
  const open = segment.indexOf("{");
  return open >= 0 && segment.lastIndexOf("}") > open + 1;
}
