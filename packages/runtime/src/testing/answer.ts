import type { CallOptions } from "../options.js";
import type { AnyResult } from "../result.js";
import { type AnyOperation, call } from "./api.js";
import { serve } from "./serve.js";

export type Responses = AnyOperation["responses"];

/** What a call makes of one answer. */
export async function read(
  responses: Responses,
  [status, headers, body]: readonly [number, Record<string, string>, (string | Buffer)?],
  { method = "GET", ...options }: CallOptions & Pick<Partial<AnyOperation>, "method"> = {},
): Promise<AnyResult> {
  const { url } = await serve((_, response) => response.writeHead(status, headers).end(body));
  return call(url, { responses, method }, {}, options);
}

export const asJson = { "content-type": "application/json" };
