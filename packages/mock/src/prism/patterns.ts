import { linearPattern } from "@facsimile/samples";
import type { PrismAjv } from "./ajv.js";

/** Lets validators match patterns in linear time: with `^(a+)+$` in a document, one request would keep the process busy for good. */
export function mendPatterns(validators: Iterable<PrismAjv>): void {
  const regExp = Object.assign((source: string) => linearPattern(source), { code: "linearPattern" });
  // Most of what is compiled is asked a few times: to make the code shorter takes longer than it saves.
  for (const { opts } of validators) opts.code = { ...opts.code, regExp, optimize: false };
}
