import type { Call } from "../call.js";
import type { AnyResult } from "../result.js";
import type { StreamDescription } from "./description.js";
import type { StreamLimits } from "./options.js";
import type { Source } from "./source.js";

/** A stream while it is asked for and read. */
export interface Opening {
  /** As it was sent last. */
  call: Call;
  readonly limits: StreamLimits;
  /** Asks for it again. Whatever arrives is put into {@link arrived}. */
  readonly askAgain: (headers: Readonly<Record<string, string>>) => Promise<AnyResult>;
  arrived?: Arrived | undefined;
  /** The application has let go of it. */
  isClosed: boolean;
}

/** An answer that is a stream. */
export interface Arrived {
  readonly description: StreamDescription;
  /** Undefined where the body was read as a whole, because it may be no stream. */
  source?: Source | undefined;
  readonly status: number;
  /** The media type, as it arrived. */
  readonly contentType: string;
}

/** Those whose answer is about to be read, by that answer. */
const openings: WeakMap<object, Opening> = /* @__PURE__ */ new WeakMap();

export function remember(answer: object, opening: Opening): void {
  openings.set(answer, opening);
}

export function openingOf(answer: object): Opening | undefined {
  return openings.get(answer);
}

/** Lets go of a stream: its body is cancelled and unlocked. */
export function close(opening: Opening): void {
  opening.isClosed = true;
  opening.arrived?.source?.close();
}
