import {
  type Api,
  child,
  componentOf,
  essence,
  forEachSchema,
  type JsonObject,
  type MediaType,
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
  const referred = new Map(api.schemaNames.map((name) => [name, namesIn(valueAt(json, pointerTo(name)))]));
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
    sent: reached(referred, sent),
    answered: reached(referred, [...answered, ...schemasOf(received.flatMap((one) => one.requestBody?.content ?? []))]),
    forms: new Set(bodies.filter(isMultipart).flatMap(({ schema }) => schema?.component ?? [])),
    directed: directedOf(json, referred),
  };
}

type Referred = ReadonlyMap<string, readonly string[]>;

function reached(referred: Referred, schemas: readonly Schema[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = schemas.flatMap(({ json }) => namesIn(json));
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
  return referencesIn(schema).flatMap((reference) => componentOf(reference) ?? []);
}

export function pointerTo(component: string): string {
  return child("/components/schemas", component);
}
