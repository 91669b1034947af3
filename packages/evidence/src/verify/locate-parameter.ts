import type { FactValue } from "../facts/fact.js";
import { child, valueAt } from "../spec/json.js";
import { contentOf, isForm, type SpecOperation } from "../spec/operations.js";
import { propertyPlaces, requiredPlace, viewSchema } from "../spec/schema-view.js";
import type { Compared } from "./compared.js";

/** Where a spec has what the documentation calls a parameter: a parameter, the request body, or one field of a form. */
export interface LocatedParameter {
  readonly kind: "parameter" | "body" | "field";
  /** Its name on the wire; a body has none. */
  readonly name: string | undefined;
  readonly in: string;
  /** Where it is used. */
  readonly at: string;
  /** Where it is written. */
  readonly pointer: string;
  readonly schemas: readonly string[];
  readonly required: boolean;
  /** The claim that it is required. */
  readonly requiredAt: string;
  readonly describedAt: readonly string[];
}

/** Finds a documented parameter in an operation of the spec. */
export function locateParameter(
  compared: Compared,
  operation: SpecOperation,
  name: string,
  documented: string,
): LocatedParameter | undefined {
  const placed = compared.places(name).find((each) => each.documented === documented);
  const wire =
    compared.fact("wire", "operation", name, "parameter", documented, "name") ??
    compared.fact("parameters", documented, "name") ??
    placed?.name;
  const place = compared.fact("wire", "operation", name, "parameter", documented, "in");
  if (place === "body") return located(operation);
  if (place === "form" || place === "formData") return fieldOf(compared, operation, documented, wire);
  return (
    parameterOf(compared, operation, documented, wire, place ?? placed?.place) ??
    fieldOf(compared, operation, documented, wire) ??
    bodyOf(compared, operation, name, documented)
  );
}

function parameterOf(
  compared: Compared,
  operation: SpecOperation,
  documented: string,
  wire: FactValue | undefined,
  place: FactValue | undefined,
): LocatedParameter | undefined {
  const inPlace = operation.parameters.filter((parameter) => place === undefined || parameter.in === place);
  const pick = (of: typeof operation.parameters): string | undefined => {
    const names = of.map((parameter) => parameter.name);
    return compared.pick(names, documented, wire, compared.family.spell.parameter);
  };
  const name = pick(inPlace) ?? pick(operation.parameters);
  const found =
    inPlace.find((parameter) => parameter.name === name) ??
    operation.parameters.find((parameter) => parameter.name === name);
  if (found === undefined) return undefined;
  const schema = child(found.pointer, "schema");
  const schemas =
    valueAt(compared.json, schema) === undefined
      ? contentOf(found).map(({ pointer }) => child(pointer, "schema"))
      : [schema];
  return {
    kind: "parameter",
    name: found.name,
    in: found.in,
    at: found.at,
    pointer: found.pointer,
    schemas,
    required: found.node.required === true,
    requiredAt: child(found.pointer, "required"),
    describedAt: [found.pointer],
  };
}

/** The documentation of a form lists its fields as parameters. */
function fieldOf(
  compared: Compared,
  operation: SpecOperation,
  documented: string,
  wire: FactValue | undefined,
): LocatedParameter | undefined {
  const form = operation.body && contentOf(operation.body).find(({ type }) => isForm(type));
  if (form === undefined) return undefined;
  const { pointer } = viewSchema(compared.json, child(form.pointer, "schema"));
  const places = propertyPlaces(compared.json, pointer);
  const name = compared.pick([...places.keys()], documented, wire, compared.family.spell.parameter);
  const at = name === undefined ? undefined : places.get(name);
  if (name === undefined || at === undefined) return undefined;
  const requiredAt = requiredPlace(compared.json, pointer, name);
  return {
    kind: "field",
    name,
    in: "body",
    at,
    pointer: at,
    schemas: [at],
    required: requiredAt !== undefined,
    requiredAt: requiredAt ?? at,
    describedAt: [at],
  };
}

/** Without wire names, a documented parameter that no parameter of the spec is called like can only be the body. */
function bodyOf(
  compared: Compared,
  operation: SpecOperation,
  name: string,
  documented: string,
): LocatedParameter | undefined {
  const type = String(compared.fact("operation", name, "parameter", documented, "type") ?? "");
  const hasWireNames = compared.fact("wire", "operation", name, "parameter", documented, "in") !== undefined;
  const placed = compared.places(name).find((each) => each.documented === documented);
  return hasWireNames || (!type.includes("@") && placed?.place !== "body") ? undefined : located(operation);
}

function located({ body }: SpecOperation): LocatedParameter | undefined {
  if (body === undefined) return undefined;
  const schemas = contentOf(body).map(({ pointer }) => child(pointer, "schema"));
  return {
    kind: "body",
    name: undefined,
    in: "body",
    at: body.at,
    pointer: body.pointer,
    schemas,
    required: body.node.required === true,
    requiredAt: child(body.pointer, "required"),
    describedAt: [body.pointer],
  };
}
