import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "@facsimile/document";
import { sampleValue, useOf } from "@facsimile/samples";
import { validRequest } from "../cases/valid-request.js";
import type { CaseRequest } from "../wire/case-request.js";
import type { ChainRun } from "./chain-run.js";
import { varied } from "./vary.js";

/**
 * A request that creates something which is like nothing that there is: texts that the case is not about have a mark. A server that refuses what it has
 * already would hide what it makes of everything else.
 */
export function withFreshBody(run: ChainRun, request: CaseRequest, mark: string): CaseRequest {
  const { body, operation } = request;
  const schema = operation.requestBody?.content.find(({ name }) => name === body?.mediaType)?.schema;
  if (body === undefined || schema === undefined || !isObject(body.value)) return request;
  const use = useOf(schema);
  const fits = (value: unknown): boolean => run.validator.check(schema.pointer, "request", value).length === 0;
  const example = validRequest(run, operation, "maximal").body?.value;
  const made = sampleValue(run.document, use, { direction: "request", size: "maximal" });
  let value: JsonObject = body.value;
  for (const usual of [example, made].filter(isUsable)) {
    // What was a JSON object is one.
    const other = varied(run.document, use, usual, { mark, fits }) as JsonObject;
    const fresh = Object.keys(value).filter(
      (name) => String(other[name]).includes(mark) && isDeepStrictEqual(value[name], usual[name]),
    );
    value = { ...value, ...Object.fromEntries(fresh.map((name) => [name, inAscii(String(other[name]))])) };
  }
  return { ...request, body: { ...body, value } };

  function isUsable(usual: unknown): usual is JsonObject {
    return isObject(usual) && fits(usual);
  }
}

/** Letters beyond ASCII are the matter of other cases. */
function inAscii(text: string): string {
  return text.replaceAll("Zoë ", "");
}
