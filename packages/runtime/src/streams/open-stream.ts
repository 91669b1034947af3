import { prepareCall } from "../call.js";
import { type AnyClient, stateOf } from "../client.js";
import type { Operation } from "../operation.js";
import type { Input } from "../request.js";
import type { AnyResult } from "../result.js";
import { perform } from "../send.js";
import type { Opening } from "./opening.js";
import { type StreamOptions, splitOptions } from "./options.js";
import { takeBodies } from "./take-body.js";

/**
 * Calls an operation whose answer may be a stream. The result is there with the headers; nothing of the stream is read before it is iterated.
 *
 * @throws What `send` throws.
 */
export async function openStream<Parameters, Result>(
  client: AnyClient,
  operation: Operation<Parameters, Result>,
  input: Parameters | undefined,
  options: StreamOptions = {},
): Promise<Result> {
  const [limits, own] = splitOptions(options);
  // Casts because the generator writes the description and the types of input and result from the same document.
  const call = prepareCall(stateOf(client), operation, (input ?? {}) as Input, own);
  const ask = (headers: Readonly<Record<string, string>>): Promise<AnyResult> => {
    opening.call = { ...call, headers, middleware: takeBodies(opening, call.middleware) };
    return perform(opening.call);
  };
  const opening: Opening = { call, limits, isClosed: false, askAgain: ask };
  return (await ask(call.headers)) as Result;
}
