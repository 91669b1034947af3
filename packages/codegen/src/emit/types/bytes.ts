import { componentOf, type Json, type Schemas } from "@facsimile/document";
import { isBytes, type Place } from "./place.js";
import { shownSchemas } from "./shown.js";

/** Which components have bytes in their type, where bytes may travel: there they are no text. */
export class Bytes {
  private readonly schemas: Schemas;
  private readonly components: ReadonlyMap<string, Json>;
  private found: ReadonlySet<string> | undefined;

  constructor(schemas: Schemas, components: ReadonlyMap<string, Json>) {
    this.schemas = schemas;
    this.components = components;
  }

  in(component: string, place: Place): boolean {
    this.found ??= this.componentsWithBytes();
    return this.found.has(`${place} ${component}`);
  }

  /** `place component` for the components whose type has bytes in a place: themselves, or through what they refer to. */
  private componentsWithBytes(): ReadonlySet<string> {
    const users = new Map<string, string[]>();
    const found = new Set<string>();
    for (const [component, schema] of this.components) {
      for (const place of ["form", "whole"] as const) {
        const key = `${place} ${component}`;
        const { hasBytes, references } = this.lookFor(schema, place);
        if (hasBytes) found.add(key);
        for (const used of references) {
          const names = users.get(used);
          if (names === undefined) users.set(used, [key]);
          else names.push(key);
        }
      }
    }
    // A set hands out what is added while it is gone through.
    for (const key of found) for (const user of users.get(key) ?? []) found.add(user);
    return found;
  }

  private lookFor(schema: Json, start: Place): { readonly hasBytes: boolean; readonly references: readonly string[] } {
    const references: string[] = [];
    let hasBytes = false;
    const pending: { readonly value: Json; readonly place: Place }[] = [{ value: schema, place: start }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const keywords = this.schemas.keywords(next.value);
      hasBytes ||= next.place === "whole" && isBytes(keywords);
      const component = componentOf(keywords.$ref);
      if (component !== undefined) references.push(`${next.place} ${component}`);
      for (const below of shownSchemas(keywords, next.place)) if (below.place !== "text") pending.push(below);
    }
    return { hasBytes, references };
  }
}
