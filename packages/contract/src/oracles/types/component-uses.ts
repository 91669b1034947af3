import {
  type Api,
  child,
  componentOf,
  schemasOf as documentSchemas,
  essence,
  forEachSchema,
  isObject,
  isSchemaObject,
  type JsonObject,
  type MediaType,
  mapSubschemas,
  referencesIn,
  type Schema,
  valueAt,
} from "@facsimile/document";

/** Where the components of a document travel, by name. */
export interface ComponentUses {
  readonly sent: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  /** Those that are bodies of forms with several parts. */
  readonly forms: ReadonlySet<string>;
  /** Those that are not the same in both directions. */
  readonly directed: ReadonlySet<string>;
}

export function componentUses(json: JsonObject, api: Api): ComponentUses {
  const schemas = documentSchemas(json);
  const isHidden: IsHidden = (value, hidden) => isObject(value) && schemas.view([{ value, pointer: "" }])[hidden];
  const referredIn = (hidden?: Hidden): Referred =>
    new Map(api.schemaNames.map((name) => [name, namesIn(without(valueAt(json, pointerTo(name)), hidden, isHidden))]));
  const reachedIn = (schemas: readonly Schema[], hidden: Hidden): ReadonlySet<string> =>
    reached(
      referredIn(hidden),
      schemas.flatMap((schema) => namesIn(without(schema.json, hidden, isHidden))),
    );
  const bodies = api.operations.flatMap(({ requestBody }) => requestBody?.content ?? []);
  const answers = api.operations.flatMap(({ responses }) => responses);
  // What the API sends by itself is what it answers with elsewhere, and what it is answered is what it takes.
  const received = api.received.map(({ operation }) => operation);
  const sent = [
    ...schemasOf(bodies),
    ...schemasOf(received.flatMap(({ responses }) => responses.flatMap(({ content }) => content))),
    ...api.operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema)),
  ];
  const answered = answers.flatMap(({ content, headers }) => [
    ...schemasOf(content),
    ...headers.map(({ schema }) => schema),
  ]);
  return {
    sent: reachedIn(sent, "readOnly"),
    answered: reachedIn(
      [...answered, ...schemasOf(received.flatMap((one) => one.requestBody?.content ?? []))],
      "writeOnly",
    ),
    forms: new Set(bodies.filter(isMultipart).flatMap(({ schema }) => schema?.component ?? [])),
    directed: directedOf(json, referredIn()),
  };
}

type Referred = ReadonlyMap<string, readonly string[]>;

/** What marks the properties that one direction does not have. */
type Hidden = "readOnly" | "writeOnly";

/** Whether a schema has a mark, be it in a part of its `allOf` or where it refers to. */
type IsHidden = (schema: unknown, hidden: Hidden) => boolean;

/** A schema without the properties that have a mark. */
function without(schema: unknown, hidden: Hidden | undefined, isHidden: IsHidden): unknown {
  if (hidden === undefined || !isSchemaObject(schema)) return schema;
  const { properties, ...rest } = schema;
  const shown = Object.entries(isObject(properties) ? properties : {}).filter(([, one]) => !isHidden(one, hidden));
  const kept = { ...rest, ...(shown.length > 0 && { properties: Object.fromEntries(shown) }) };
  return mapSubschemas(kept, (one) => without(one, hidden, isHidden));
}

function reached(referred: Referred, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(referred.get(name) ?? []));
  }
  return found;
}

/** Those with a property that only one direction has, and those that refer to one of them. */
function directedOf(json: JsonObject, referred: Referred): ReadonlySet<string> {
  const directed = new Set([...referred.keys()].filter((name) => isMarked(valueAt(json, pointerTo(name)))));
  for (let before = -1; before < directed.size; ) {
    before = directed.size;
    for (const [name, names] of referred) if (names.some((one) => directed.has(one))) directed.add(name);
  }
  return directed;
}

function isMarked(schema: unknown): boolean {
  let isFound = false;
  forEachSchema(schema, ({ readOnly, writeOnly }) => {
    isFound ||= readOnly === true || writeOnly === true;
  });
  return isFound;
}

function schemasOf(content: readonly MediaType[]): readonly Schema[] {
  return content.flatMap(({ schema }) => schema ?? []);
}

function isMultipart({ name }: MediaType): boolean {
  return essence(name).startsWith("multipart/");
}

function namesIn(schema: unknown): string[] {
  return referencesIn(schema).flatMap((reference) => componentOf(insideOf(reference)) ?? []);
}

/** Of a reference to something inside of a component, the reference to that. */
function insideOf(reference: string): string {
  return reference.split("/").slice(0, 4).join("/");
}

export function pointerTo(component: string): string {
  return child("/components/schemas", component);
}
