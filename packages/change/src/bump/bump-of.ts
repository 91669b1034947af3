import { type Bump, isBeforeFirst } from "./bump.js";
import {
  effectOfChange,
  effectOfFinding,
  type FoundInTypes,
  type VersionEffect,
  type WireFinding,
  worst,
} from "./effect.js";

/** What was found between two editions of a package. */
export interface VersionFindings {
  readonly wire: readonly WireFinding[];
  readonly types: readonly Pick<FoundInTypes, "class" | "kind">[];
}

/**
 * How far a version is to be raised, by docs/versions.md: by the larger of what travels and what compiles.
 *
 * @param version - the version that is to be raised
 */
export function bumpOf({ wire, types }: VersionFindings, version: string): Bump {
  const effect = worst([...wire.map(effectOfChange), ...types.map(effectOfFinding)]);
  return (isBeforeFirst(version) ? beforeFirst : fromFirst)[effect];
}

const beforeFirst: Readonly<Record<VersionEffect, Bump>> = {
  break: "minor",
  warning: "patch",
  addition: "patch",
  other: "patch",
  nothing: "none",
};

const fromFirst: Readonly<Record<VersionEffect, Bump>> = {
  break: "major",
  warning: "minor",
  addition: "minor",
  other: "patch",
  nothing: "none",
};
