import { visible } from "@facsimile/document/diagnostics";
import type { Problem } from "../read/problem.js";

/** A problem of `facts.yaml`, or of a page that it quotes. */
export interface HandProblem extends Problem {
  /** JSON pointer into `facts.yaml`; undefined where the page alone is at fault. */
  readonly pointer: string | undefined;
}

/** `facts.yaml:14 (/passages/2/lines): the message. The fix.` */
export function printHandProblem({ file, line, pointer, message, fix }: HandProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return visible(`${place}${pointer === undefined ? "" : ` (${pointer})`}: ${message}. ${fix}.`);
}
