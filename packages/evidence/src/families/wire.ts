import { parseType } from "../facts/parse-type.js";
import type { Family } from "./family.js";

/** Documentation that shows names and types as they travel, in no programming language: facts that were written by hand. */
export const wire: Family = {
  name: "wire",
  fences: [],
  layout: {
    statuses: "sometimes",
    footer: "sometimes",
    ownParameters: [],
    parameterHeadings: {},
    shortPropertyTable: false,
  },
  parseType,
  spell: { operation: asWritten, parameter: asWritten, property: asWritten },
};

function asWritten(name: string): string {
  return name;
}
