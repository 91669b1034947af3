import type { Validator } from "@facsimile/samples";
import type { JsonObject } from "../spec/json.js";
import type { Observations } from "./observations.js";
import type { Shown } from "./shown.js";

/** What the parts of an observation share. */
export interface Observing {
  readonly json: JsonObject;
  readonly validator: Validator;
  readonly shown: Shown;
  readonly found: Observations;
  readonly counts: { unreadable: number };
}

/** The names on the way to what is observed, and the pointer of the exchange that shows it. */
export interface Of {
  readonly names: readonly string[];
  readonly pointer: string;
}
