import type { Encoding, MediaType } from "../operation.js";
import { refuse } from "./refuse.js";
import { isPlainObject } from "./value.js";

/** A property of a form: one value, or all of them where a style joins them. */
export interface Field {
  readonly in: "body";
  readonly name: string;
  readonly value: unknown;
  readonly encoding: Encoding;
  /** True where style, explode or allowReserved is given: the media type of the property is ignored then (OpenAPI 3.1.1, "Encoding Object"). */
  readonly styled: boolean;
}

/** Reads the properties of a form. An array is one field an item, unless a style says how to join it. */
export function readFields(description: MediaType, body: unknown): readonly Field[] {
  if (!isPlainObject(body))
    return refuse({ in: "request", name: "body" }, "must be an object whose properties are the form's fields");
  return Object.entries(body).flatMap(([name, value]): Field[] => {
    const own = description.encoding;
    const encoding = own && Object.hasOwn(own, name) ? (own[name] ?? {}) : {};
    const styled = (encoding.style ?? encoding.explode ?? encoding.allowReserved) !== undefined;
    const values = Array.isArray(value) && !styled ? value : [value];
    return values.flatMap((item) => (item === undefined ? [] : [{ in: "body", name, value: item, encoding, styled }]));
  });
}
