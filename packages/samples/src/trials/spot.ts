import type { SchemaUse } from "@facsimile/document";
import type { Path } from "../values/at.js";
import type { Made, Maker } from "./maker.js";
import type { Broken, Trial } from "./trial.js";

/** A place in a value, and how the whole value is made of what stands there. */
export interface Spot {
  readonly path: Path;
  readonly whole: (part: Made) => Made;
  /** The trial whose value has something valid there. */
  readonly given: Trial | undefined;
}

/** What those who explore objects and lists do. */
export interface Exploring {
  readonly maker: Maker;
  /**
   * Tries the values of a part. A component that is only referred to is tried by sample: it is tried as a whole where it stands.
   *
   * @param expected - the one value that is meant there, though the schema allows others
   */
  explore(spot: Spot, use: SchemaUse, expected?: Made): void;
  /** Says which schema describes a part. */
  locate(path: Path, use: SchemaUse): void;
  /**
   * Answers the trial, or undefined where the schema refuses the value as a whole.
   *
   * @param isSpare - a value that is refused is no hole
   */
  valid(spot: Spot, part: Made, isSpare?: boolean): Trial | undefined;
  /** What the schema allows after all is not tried. */
  broken(spot: Spot, part: Made, broken: Broken): void;
  /** What `make` makes, or a hole. */
  made<Result>(spot: Spot, make: () => Result): Result | undefined;
}
