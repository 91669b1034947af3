import { child, isJson, type Operation, type Schema, valueAt } from "@facsimile/document";
import { byNearness, type Description, operationOf } from "./description.js";
import { fitting, made, type Use } from "./fitting.js";
import { merge } from "./merge.js";
import { MockError } from "./mock-error.js";
import { type Called, operationId } from "./operation-id.js";
import type { DataIn, Partly } from "./typed.js";
import { vary } from "./vary.js";

/** What a value is to be like. */
export interface MakeOptions<Value> {
  /** Another number makes another value, the same one each time. Default: the value that the document's examples lead to. */
  readonly seed?: number | undefined;
  /** What is to be in it. */
  readonly overrides?: Partly<Value> | undefined;
}

/**
 * A valid value: of a component schema by its name, as it is answered, or of the body of an operation's first success.
 *
 * @throws MockError for a name that there is not, and for overrides that the schema does not allow.
 */
export interface Make {
  <Result>(operation: Exclude<Called<Result>, string>, options?: MakeOptions<DataIn<Result>>): DataIn<Result>;
  <Value = unknown>(schema: string, options?: MakeOptions<Value>): Value;
}

export function createMake(description: Description): Make {
  return (what: Called, options: MakeOptions<unknown> = {}): never => {
    const use = typeof what === "string" ? component(description, what) : success(description, what);
    // A cast because the caller says what is made.
    return makeOf(description, use, "maximal", options) as never;
  };
}

/** A value of a schema. @throws MockError where none is found, and for overrides that the schema does not allow. */
export function makeOf(
  description: Description,
  use: Use,
  size: "minimal" | "maximal",
  { seed, overrides }: MakeOptions<unknown>,
): unknown {
  const whole = made(description, use, size);
  const varied = seed === undefined ? whole : vary(description, use, whole, seed);
  return fitting(description, use, merge(varied, overrides));
}

function component({ document, api }: Description, name: string): Use {
  const pointer = child("/components/schemas", name);
  const json = api.schemaNames.includes(name) ? valueAt(document.json, pointer) : undefined;
  if (json === undefined) {
    const [nearest = "none"] = byNearness(api.schemaNames, name);
    throw new MockError(`${document.file} has no schema ${name}; the nearest is ${nearest}`);
  }
  // A cast because a component of a document that was loaded is a schema.
  const schema = { pointer, component: undefined, json: json as Schema["json"] };
  return { schema, direction: "response", where: name };
}

function success(description: Description, called: Called): Use {
  const operation: Operation = operationOf(description, operationId(called));
  const found = operation.responses.find(({ status }) => /^2/.test(status));
  const schema = found?.content.find(({ name }) => isJson(name))?.schema;
  if (schema) return { schema, direction: "response", where: `the body of ${operation.id}` };
  throw new MockError(`${operation.id} states no success with a body of JSON`);
}
