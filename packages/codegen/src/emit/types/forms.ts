import type { Direction, Json, JsonObject, Schemas } from "@facsimile/document";
import { componentOf, forEachSchema, isObject, referencesIn } from "@facsimile/document";
import type { Place } from "./place.js";
import type { Reach, Reached } from "./reach.js";

/** A declaration of a component: as its values travel. */
export interface Form {
  readonly component: string;
  readonly direction: Direction;
  readonly place: Place;
  /** Whether it is the second one of its component, which differs in requests. */
  readonly isForRequests: boolean;
}

/** Which form of its component one is. */
export function formKey(component: string, isForRequests: boolean): string {
  return `${isForRequests} ${component}`;
}

/** The form that a direction mentions: in requests the one of their own, where there is one. */
export function formFor(
  forms: ReadonlyMap<string, Form>,
  { component, direction }: Pick<Form, "component" | "direction">,
): Form | undefined {
  const own = direction === "request" ? forms.get(formKey(component, true)) : undefined;
  return own ?? forms.get(formKey(component, false));
}

/**
 * The declarations of each component, in the order of the document: one, or two where a request and an answer need different ones. What no
 * operation mentions is declared as it would be answered.
 */
export function formsOf(
  schemas: Schemas,
  components: ReadonlyMap<string, Json>,
  reach: Reach,
  roots: readonly Reached[],
): readonly Form[] {
  const places = placesOf(reach.from(roots).values());
  const differing = differingComponents(schemas, components);
  return [...components.keys()].flatMap((component): Form[] => {
    const sent = places.get(`request ${component}`);
    const answered = places.get(`response ${component}`);
    const request = (isForRequests: boolean): Form => ({
      component,
      direction: "request",
      place: onlyPlace(sent),
      isForRequests,
    });
    if (sent !== undefined && answered === undefined) return [request(false)];
    const response: Form = { component, direction: "response", place: onlyPlace(answered), isForRequests: false };
    const differs = sent !== undefined && (differing.has(component) || onlyPlace(sent) !== response.place);
    return differs ? [response, request(true)] : [response];
  });
}

function placesOf(reached: Iterable<Reached>): ReadonlyMap<string, ReadonlySet<Place>> {
  const places = new Map<string, Set<Place>>();
  for (const { component, direction, place } of reached) {
    const key = `${direction} ${component}`;
    places.set(key, (places.get(key) ?? new Set<Place>()).add(place));
  }
  return places;
}

/** Where a component is used in several places, its declaration is that for text: it is written out in the others. */
function onlyPlace(places: ReadonlySet<Place> | undefined): Place {
  const [only, ...more] = places ?? [];
  return only === undefined || more.length > 0 ? "text" : only;
}

/** The components that a request and an answer need different words for, or that refer to such a one. */
function differingComponents(schemas: Schemas, components: ReadonlyMap<string, Json>): ReadonlySet<string> {
  const differing = new Set<string>();
  const users = new Map<string, string[]>();
  for (const [name, schema] of components) {
    if (hasMarkedProperty(schemas, schema)) differing.add(name);
    for (const reference of referencesIn(schema)) {
      const used = componentOf(reference);
      if (used === undefined) continue;
      const names = users.get(used);
      if (names === undefined) users.set(used, [name]);
      else names.push(name);
    }
  }
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

function hasMarkedProperty(schemas: Schemas, root: Json): boolean {
  let has = false;
  forEachSchema(root, ({ properties }) => {
    if (has || !isObject(properties as Json)) return;
    // A schema of a document that was loaded is JSON.
    has = Object.values(properties as JsonObject).some((value) => {
      const use = [{ value, pointer: "" }];
      return schemas.isAbsent(use, "request") || schemas.isAbsent(use, "response");
    });
  });
  return has;
}
