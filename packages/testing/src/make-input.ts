import { isObject, type Operation, type Parameter, type ParameterPlace } from "@facsimile/document";
import { byNearness, type Description, operationOf } from "./description.js";
import { type MakeOptions, makeOf } from "./make.js";
import { makeBody } from "./make-body.js";
import { MockError } from "./mock-error.js";
import { type Called, operationId } from "./operation-id.js";
import type { InputOf } from "./typed.js";

/**
 * What an operation may be called with: the parameters that it requires, and a whole body.
 *
 * @throws MockError for overrides that the document does not allow.
 */
export interface MakeInput {
  <Operation extends Exclude<Called, string>>(
    operation: Operation,
    options?: MakeOptions<InputOf<Operation>>,
  ): InputOf<Operation>;
  <Input = unknown>(operationId: string, options?: MakeOptions<Input>): Input;
}

const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

export function createMakeInput(description: Description): MakeInput {
  return (called: Called, { seed, overrides }: MakeOptions<unknown> = {}): never => {
    const operation = operationOf(description, operationId(called));
    const given = isObject(overrides) ? overrides : {};
    const groups = places.flatMap((place) => {
      const own = groupOf(description, operation, place, { seed, overrides: given[place] });
      return Object.keys(own).length === 0 ? [] : [[place, own] as const];
    });
    const body = makeBody(description, operation, given.contentType, { seed, overrides: given.body });
    // A cast because the caller says what is made.
    return { ...Object.fromEntries(groups), ...body } as never;
  };
}

function groupOf(
  description: Description,
  { id, parameters }: Operation,
  place: ParameterPlace,
  { seed, overrides }: MakeOptions<unknown>,
): object {
  const own = parameters.filter((one) => one.in === place);
  const given = isObject(overrides) ? overrides : {};
  refuseUnknown(id, place, own, Object.keys(given));
  const wanted = own.filter(({ name, required }) => required || given[name] !== undefined);
  const made = wanted.map(({ name, schema }, index) => {
    const use = { schema, direction: "request", where: `${place} parameter ${name} of ${id}` } as const;
    const options = { overrides: given[name], ...(seed !== undefined && { seed: seed + index }) };
    return [name, makeOf(description, use, "minimal", options)] as const;
  });
  return Object.fromEntries(made);
}

function refuseUnknown(id: string, place: ParameterPlace, own: readonly Parameter[], given: readonly string[]): void {
  const names = own.map(({ name }) => name);
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const [nearest = "none"] = byNearness(names, unknown);
  throw new MockError(`${id} has no ${place} parameter ${unknown}; the nearest is ${nearest}`);
}
