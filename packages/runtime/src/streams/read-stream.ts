import type { BodyReader } from "../operation.js";
import { openingOf } from "./opening.js";
import { bytesSource } from "./source.js";
import { streamOf } from "./stream-of.js";

/** Hands over a body item by item. That of a failure is a text. */
export const readStream: BodyReader = (bytes, text, _, response) => {
  const opening = openingOf(response);
  if (!opening?.arrived) return { value: text() };
  opening.arrived.source ??= bytesSource(bytes);
  return { value: streamOf(opening) };
};
