import { splitLast } from "../pointer.js";

/** Where parts of a Swagger 2.0 document are in OpenAPI 3.0, by JSON pointers of both. */
export class Moves {
  private readonly known = new Map<string, string>([
    ["/definitions", "/components/schemas"],
    ["/parameters", "/components/parameters"],
    ["/responses", "/components/responses"],
    ["/securityDefinitions", "/components/securitySchemes"],
  ]);

  add(from: string, to: string): void {
    if (from !== to && !this.known.has(from)) this.known.set(from, to);
  }

  /** Where a part is now: what moved, or the nearest thing around it that did, and else the part itself, decides. */
  follow(pointer: string): string {
    for (let outer = pointer; outer !== ""; outer = splitLast(outer)?.parent ?? "") {
      const to = this.known.get(outer);
      if (to !== undefined) return to + pointer.slice(outer.length);
    }
    return pointer;
  }
}
