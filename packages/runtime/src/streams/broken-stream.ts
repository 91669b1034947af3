import { failure } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { ResponseParseError, type UnreadableAnswer } from "../errors/response-parse.js";
import { snippetLimit } from "../limits.js";
import { mask } from "../masking/mask.js";
import type { Opening } from "./opening.js";

interface Details {
  readonly cause?: unknown;
  readonly tooLarge?: boolean;
  /** What cannot be read. */
  readonly text?: string;
}

/** A stream that cannot be read to its end, as an error. */
export function brokenStream(
  opening: Opening,
  reason: string,
  { cause, tooLarge = false, text = "" }: Details = {},
): FacsimileError {
  const { call, arrived } = opening;
  const { status: statusCode = 0, contentType = "" } = arrived ?? {};
  const snippet = mask(text.slice(0, 2 * snippetLimit), call.secrets).slice(0, snippetLimit);
  return failure<UnreadableAnswer>(
    call,
    ResponseParseError,
    `was answered with ${statusCode}, but its stream ${reason}`,
    {
      cause,
      statusCode,
      contentType,
      snippet,
      tooLarge,
    },
  );
}
