import { child, isJson, type Operation, type Schema, valueAt } from "@facsimile/document";
import { fitting, made } from "./body.js";
import { byNearness, type Description, operationOf } from "./description.js";
import { merge } from "./merge.js";
import { MockError } from "./mock-error.js";
import { type Called, operationId } from "./operation-id.js";
import type { DataIn, Partly } from "./typed.js";
import { vary } from "./vary.js";

/** What a value is to be like. */
export interface MakeOptions<Value> {
  /** Another number makes another value, the same one each time. Default: the value that the document's examples lead to. */
  readonly seed?: number;
  /** What is to be in it. */
  readonly overrides?: Partly<Value>;
}

/**
 * A valid value: of a component schema by its name, or of the body of an operation's first success.
 *
 * @throws MockError for a name that there is not, and for overrides that the schema does not allow.
 */
export interface Make {
  <Result>(operation: Exclude<Called<Result>, string>, options?: MakeOptions<DataIn<Result>>): DataIn<Result>;
  <Value = unknown>(schema: string, options?: MakeOptions<Value>): Value;
}

export function createMake(description: Description): Make {
  return (what: Called, { seed, overrides }: MakeOptions<unknown> = {}): never => {
    const { schema, where } = typeof what === "string" ? component(description, what) : success(description, what);
    const whole = made(description, schema, "maximal", where);
    const varied = seed === undefined ? whole : vary(description, schema, whole, seed);
    // A cast because the caller says what is made.
    return fitting(description, schema, merge(varied, overrides), where) as never;
  };
}

interface Place {
  readonly schema: Schema;
  readonly where: string;
}

function component({ document, api }: Description, name: string): Place {
  const pointer = child("/components/schemas", name);
  const json = api.schemaNames.includes(name) ? valueAt(document.json, pointer) : undefined;
  if (json === undefined) {
    const [nearest = "none"] = byNearness(api.schemaNames, name);
    throw new MockError(`${document.file} has no schema ${name}; the nearest is ${nearest}`);
  }
  // A cast because a component of a document that was loaded is a schema.
  return { schema: { pointer, component: undefined, json: json as Schema["json"] }, where: name };
}

function success(description: Description, called: Called): Place {
  const operation: Operation = operationOf(description, operationId(called));
  const found = operation.responses.find(({ status }) => /^2/.test(status));
  const schema = found?.content.find(({ name }) => isJson(name))?.schema;
  if (schema) return { schema, where: `the body of ${operation.id}` };
  throw new MockError(`${operation.id} states no success with a body of JSON`);
}
