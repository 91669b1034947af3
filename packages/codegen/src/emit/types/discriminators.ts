import {
  componentOf,
  isObject,
  type Json,
  type JsonObject,
  type SchemaNode,
  type Schemas,
  type SchemaUse,
} from "@facsimile/document";
import type { ObjectType, Type } from "../../print/index.js";
import { unionOf } from "./combine.js";
import { intersectionOf } from "./intersection.js";
import { literalType } from "./literal-type.js";
import type { Reading } from "./reading.js";

/** The values by which something is told from the others that it stands among. */
export interface Mark {
  readonly property: string;
  readonly values: readonly Json[];
  readonly isRequired: boolean;
}

/** A member of a union, with the values by which a discriminator tells it from the others. */
export function narrowMember(reading: Reading, member: SchemaNode, type: Type, discriminator: JsonObject): Type {
  const mark = memberMark(reading.schemas, member, discriminator);
  return mark === undefined ? type : intersectionOf([type, markedType(mark)]);
}

/** What a discriminator says of a member of its union; undefined where the member says it itself. */
export function memberMark(schemas: Schemas, member: SchemaNode, discriminator: JsonObject): Mark | undefined {
  const { propertyName } = discriminator;
  const component = componentOf(schemas.keywords(member.value).$ref);
  if (typeof propertyName !== "string" || component === undefined) return undefined;
  // What is read where nothing else is mapped may have any value, or none (OpenAPI 3.2.0, Discriminator Object).
  const { defaultMapping } = discriminator;
  if (defaultMapping !== undefined && (componentOf(defaultMapping) ?? defaultMapping) === component) return undefined;
  const values = mappedValues(discriminator, component);
  return markOf(schemas, [member], propertyName, values ?? [component], values !== undefined);
}

/** The values that a mapping gives to a component; undefined where it names it nowhere. A mapping may name a component without a reference. */
export function mappedValues({ mapping }: JsonObject, component: string): readonly string[] | undefined {
  if (!isObject(mapping)) return undefined;
  const values = Object.entries(mapping).flatMap(([value, target]) =>
    (componentOf(target) ?? target) === component ? [value] : [],
  );
  return values.length === 0 ? undefined : values;
}

/**
 * Which values a discriminator's property has; undefined where the schemas say it themselves, or do not have the property. Values that the property's own
 * schema refuses are none.
 */
export function markOf(
  schemas: Schemas,
  use: SchemaUse,
  name: string,
  values: readonly string[],
  isMapped: boolean,
): Mark | undefined {
  const { properties, required, alternatives } = schemas.view(use);
  const property = properties.get(name);
  // Its own members have the property.
  if (property === undefined && alternatives.length > 0) return undefined;
  const { const: only, enum: listed } = schemas.view(property ?? []);
  const own = only === undefined ? listed : [only];
  const chosen = valuesOf(schemas, property, values);
  const allowed = own === undefined ? chosen : chosen.filter((value) => own.includes(value));
  if (own !== undefined && (!isMapped || allowed.length === 0 || allowed.length === own.length)) return undefined;
  return { property: name, values: allowed, isRequired: required.has(name) };
}

/** The type of the objects that have the values of a mark. */
export function markedType({ property: name, values, isRequired }: Mark): ObjectType {
  const type = unionOf(values.map(literalType));
  return {
    kind: "object",
    properties: [{ name, type, optional: !isRequired, readonly: false, comment: undefined }],
    index: undefined,
  };
}

/** A mapping's keys are text; the property may be a number or a boolean. */
function valuesOf(schemas: Schemas, property: SchemaUse | undefined, values: readonly string[]): readonly Json[] {
  const types = property === undefined ? undefined : schemas.typesOf(property);
  if (types === undefined || types.includes("string")) return values;
  return values.map((value) => {
    if (types.includes("boolean") && (value === "true" || value === "false")) return value === "true";
    const number = Number(value);
    return (types.includes("integer") || types.includes("number")) && Number.isFinite(number) ? number : value;
  });
}
