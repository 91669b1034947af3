import type { AnyResult } from "../result.js";
import { type AnyOperation, call } from "./api.js";
import { serve } from "./serve.js";

export type Responses = AnyOperation["responses"];

/** What a call makes of one answer. */
export async function read(
  responses: Responses,
  [status, headers, body]: readonly [number, Record<string, string>, (string | Buffer)?],
  method: AnyOperation["method"] = "GET",
): Promise<AnyResult> {
  const { url } = await serve((_, response) => response.writeHead(status, headers).end(body));
  return call(url, { responses, method });
}

export const asJson = { "content-type": "application/json" };
