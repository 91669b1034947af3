import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import type { Edits } from "./edits.js";

/**
 * Values that an enum or a const lists and that the type beside it refuses: whoever wrote `type: string, enum: [1, 2]` has forgotten the quotes, or is wrong about the type. Both are
 * taken for values, and the type says no more. Of an array they are taken for values of its items.
 */
export function mendEnumTypes(report: Report, edits: Edits, source: Source, schema: JsonObject, pointer: string): void {
  const [listed, only, type] = [member(schema, "enum"), member(schema, "const"), member(schema, "type")];
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
  const values: readonly Json[] = Array.isArray(listed) ? listed : only === undefined ? [] : [only];
  if (types.length === 0) return;
  const unfit = values.filter((value) => value !== null && !types.some((one) => isOfType(value, one)));
  const [first] = unfit;
  if (first === undefined) return;
  const key: Place["key"] = Array.isArray(listed) ? "enum" : "const";
  const place: Place = { source, holder: schema, key };
  const mended = mendItems(edits, place, types, unfit) ?? mendValues(edits, place, types, values);
  const message = `${key === "enum" ? "The enum lists" : "The const is"} ${JSON.stringify(first)}, and the type is ${types.join(" or ")}: ${mended.made}.`;
  report("schema-enum-type", source, child(pointer, key), message, mended.fix);
}

interface Place {
  readonly source: Source;
  readonly holder: JsonObject;
  /** What lists the values. */
  readonly key: "enum" | "const";
}

interface Mended {
  readonly made: string;
  readonly fix: string;
}

/** What an array lists, and no array is, are values of its items. */
function mendItems(edits: Edits, place: Place, types: readonly string[], unfit: readonly Json[]): Mended | undefined {
  const items = member(place.holder, "items");
  const isMeant = types.includes("array") && unfit.every((value) => value === null || typeof value !== "object");
  if (!isMeant || !isObject(items) || items.$ref !== undefined || items.enum !== undefined) return undefined;
  edits.drop(place);
  edits.set({ ...place, holder: items, key: "enum" }, [...unfit]);
  return { made: "its items have these values", fix: `Write the ${place.key} into items.` };
}

function mendValues(edits: Edits, place: Place, types: readonly string[], values: readonly Json[]): Mended {
  const isNull = place.holder.nullable === true || types.includes("null");
  const kept = values.filter((value) => value !== null || isNull);
  const made = kept.flatMap((value) => {
    const fits = value === null || types.some((type) => isOfType(value, type));
    return fits ? [value] : [value, ...types.flatMap((type) => asType(value, type) ?? [])];
  });
  const different = [...new Map(made.map((value) => [JSON.stringify(value), value])).values()];
  if (place.key === "const") edits.drop(place);
  edits.set({ ...place, key: "enum" }, different);
  edits.drop({ ...place, key: "type" });
  const both = different.length > kept.length ? "as it is written, and as the type has it" : "as it is written";
  return {
    made: `it is a value ${both}, and the type is ignored`,
    fix: types.includes("string") ? "Write the values in quotes, or mend the type." : "Mend the type or the values.",
  };
}

/** The value that a scalar of another type would be. */
function asType(value: Json, type: string): string | number | boolean | undefined {
  if (value !== null && typeof value === "object") return undefined;
  const text = String(value);
  if (type === "string") return text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && (type === "number" || !text.includes("."));
  return isNumber && (type === "number" || type === "integer") ? Number(text) : undefined;
}

function isOfType(value: Json, type: string): boolean {
  if (type === "integer") return typeof value === "number" && Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  return typeof value === type;
}
