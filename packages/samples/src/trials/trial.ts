import type { Path } from "../values/at.js";
import type { Made } from "./maker.js";

/** A value that is tried on a type. */
export interface Trial {
  /** The part of the whole value that it is about. */
  readonly path: Path;
  /** The part that is tried, in which that part is: what is around it makes no difference. */
  readonly frame: Path;
  /** The value of the part that is tried. */
  readonly value: Made;
  /** What the schema refuses in it; undefined where the schema allows it. */
  readonly broken: Broken | undefined;
  /** One that differs from it in that part alone: where it does not compile, this one tells nothing. */
  readonly given: Trial | undefined;
}

export interface Broken {
  /** `required`, `type`, `discriminator`. */
  readonly keyword: string;
  /** For `required`: the property. */
  readonly property?: string;
}

/** A value that should be tried and cannot be made. */
export interface TrialHole {
  readonly path: Path;
  readonly reason: string;
}

/** All that is tried of one schema. */
export interface Trials {
  readonly trials: readonly Trial[];
  readonly holes: readonly TrialHole[];
  /** The pointers of the schemas by the part of a value that they describe, as {@link partKey} writes it. */
  readonly pointers: ReadonlyMap<string, string>;
}

export function partKey(path: Path): string {
  return JSON.stringify(path);
}
