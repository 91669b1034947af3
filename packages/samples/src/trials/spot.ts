import type { SchemaUse, SchemaView } from "@facsimile/document";
import type { Path } from "../values/at.js";
import type { Choice } from "./choices.js";
import type { Made, Maker } from "./maker.js";
import type { Broken, Trial } from "./trial.js";

/** A part that is tried by itself. */
export interface Frame {
  readonly path: Path;
  /** Whether a value fits there depends on the schema at this pointer alone. */
  readonly pointer: string;
  /** Those of other alternatives, of which its type is made too. */
  readonly others: readonly string[];
}

/** A place in a value, and how the value of its frame is made of what stands there. */
export interface Spot {
  readonly path: Path;
  readonly frame: Frame;
  readonly whole: (part: Made) => Made;
  /** The trial whose value has something valid there. */
  readonly given: Trial | undefined;
  /** Of a frame: the same place in the value around it. */
  readonly around?: Spot;
}

/** What those who explore objects and lists do. */
export interface Exploring {
  readonly maker: Maker;
  /** All ways to read the schema of a place, the one that is explored first. */
  readings(spot: Spot, choice: Choice): readonly SchemaView[];
  /** A place as a frame of its own, if there are schemas for it by itself: first its own, then those of other alternatives. */
  alone(around: Spot, schemas: SchemaUse): Spot | undefined;
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
