import type { FacsimileError } from "../errors/facsimile.js";

/** Thrown where a stream was lost on its way, so that it may be asked for again. */
export class Interruption {
  readonly error: FacsimileError;

  constructor(error: FacsimileError) {
    this.error = error;
  }
}
