import { isJson, type JsonObject } from "@facsimile/document";

import { useOf, type Validator } from "@facsimile/samples";
import { textMeanings } from "@facsimile/samples/wire";
import type { Argument, CaseRequest } from "../wire/case-request.js";

/** Whether the document allows a request. What a server could understand in several ways is unknown. */
export type Validity = "valid" | "broken" | "unknown";

export function validityOf(document: JsonObject, validator: Validator, request: CaseRequest): Validity {
  const all = [
    bodyValidity(validator, request),
    ...request.arguments.map((one) => argumentValidity(document, validator, one)),
  ];
  if (all.includes("broken")) return "broken";
  return all.includes("unknown") ? "unknown" : "valid";
}

function bodyValidity(validator: Validator, { body, operation }: CaseRequest): Validity {
  const { requestBody } = operation;
  if (body === undefined) return requestBody?.required === true ? "broken" : "valid";
  const schema = requestBody?.content.find(({ name }) => name === body.mediaType)?.schema;
  if (schema === undefined) return "unknown";
  if (validator.check(schema.pointer, "request", body.value).length === 0) return "valid";
  return isJson(body.mediaType) ? "broken" : "unknown";
}

/** On the wire every value is text, and lists and objects can be read in several ways. */
function argumentValidity(document: JsonObject, validator: Validator, { parameter, value }: Argument): Validity {
  const { pointer } = parameter.schema;
  const fits = (one: unknown): boolean => validator.check(pointer, "request", one).length === 0;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (!isPlain || value === "") return isPlain && fits(value) && parameter.in !== "query" ? "valid" : "unknown";
  const meanings = textMeanings(document, useOf(parameter.schema), String(value));
  if (fits(value) && meanings.some(fits)) return "valid";
  const lists = meanings.map((meaning) => [meaning]);
  return meanings.some(fits) || lists.some(fits) || /[,|\s]/.test(String(value)) ? "unknown" : "broken";
}
