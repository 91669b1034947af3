import { componentOf } from "../load/component.js";
import type { Json } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, valueAt } from "../load/pointer.js";
import { unfitExtensions } from "../schema/enumeration.js";
import { schemasOf } from "../schema/schemas.js";
import type { Operation } from "./api.js";
import type { Context } from "./context.js";
import { forEachSchemaPlace, pointerOf, type SchemaPlace } from "./schema-places.js";

/** Says which values that schemas name can be none, or are called by names that do not fit them. */
export function checkSchemaValues(context: Context, operations: readonly Operation[]): void {
  forEachSchemaPlace(context, operations, (place) => {
    checkMapping(context, place);
    checkNumbers(context, place);
    checkExtensions(context, place);
  });
}

function checkMapping(context: Context, place: SchemaPlace): void {
  const { discriminator } = place.value;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  const { propertyName, mapping } = discriminator;
  if (typeof propertyName !== "string") return;
  for (const [value, target] of Object.entries(mapping)) {
    // A mapping may name a component without a reference.
    const component = componentOf(target) ?? target;
    const allowed = typeof component === "string" ? allowedValues(context, component, propertyName) : undefined;
    if (allowed === undefined || allowed.includes(value)) continue;
    const pointer = ["discriminator", "mapping", value].reduce<string>(child, pointerOf(place));
    const message = `The mapping says "${value}" for ${component}, whose "${propertyName}" cannot be that; the value is left out.`;
    const fix =
      allowed.length === 0 ? "Let the property have a value that is text." : `Write ${alternatives(allowed)}.`;
    context.report("discriminator-value", pointer, message, fix);
  }
}

/** The values that a property of a component lists, as a mapping writes them; undefined where it lists none. */
function allowedValues({ document }: Context, component: string, propertyName: string): readonly string[] | undefined {
  const schemas = schemasOf(document.json);
  const pointer = child("/components/schemas", component);
  const node = { value: valueAt(document.json, pointer) ?? true, pointer };
  const property = schemas.view([node]).properties.get(propertyName);
  if (property === undefined) return undefined;
  const { const: only, enum: listed } = schemas.view(property);
  // A mapping can write no list and no object.
  return (only === undefined ? listed : [only])?.flatMap((value) => (typeof value === "object" ? [] : [String(value)]));
}

function alternatives(values: readonly string[]): string {
  const named = values.slice(0, 5).map((value) => `"${value}"`);
  return [...named, ...(values.length > named.length ? ["another value of its enum"] : [])].join(" or ");
}

function checkNumbers(context: Context, place: SchemaPlace): void {
  const { const: only, enum: listed } = place.value;
  if (isInexact(only)) reportNumber(context, place, ["const"]);
  if (!Array.isArray(listed)) return;
  for (const [index, value] of listed.entries()) if (isInexact(value)) reportNumber(context, place, ["enum", index]);
}

/** Whole numbers beyond 2^53 have neighbours with the same value (ECMA-262, 21.1.2.6). */
function isInexact(value: Json | undefined): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function reportNumber(context: Context, place: SchemaPlace, steps: readonly (string | number)[]): void {
  const pointer = steps.reduce<string>(child, pointerOf(place));
  const message = "JavaScript cannot tell a whole number beyond 2^53 from its neighbours; it is taken for any number.";
  context.report("schema-number-inexact", pointer, message, "Make it text, or a number up to 9007199254740991.");
}

function checkExtensions(context: Context, place: SchemaPlace): void {
  for (const { keyword, reason } of unfitExtensions(place.value)) {
    const message = `"${keyword}" ${reason}; it is not used.`;
    const fix = "Write a list with a text for each value of enum, in its order.";
    context.report("extension-invalid", child(pointerOf(place), keyword), message, fix);
  }
}
