import { parseType } from "../facts/parse-type.js";
import type { Family } from "./family.js";

/** Documentation that shows names and types as they travel, in no programming language: facts that were written by hand. */
export const wire: Family = {
  name: "wire",
  fences: [],
  layout: {
    requiredParts: { always: [], perGeneration: [] },
    footer: "sometimes",
    ownParameters: [],
    parameterHeadings: {},
    shortPropertyTable: false,
  },
  parseType: (text) => parseType(text),
  spell: { operation: asWritten, parameter: asWritten, property: asWritten },
};

function asWritten(name: string): string {
  return name;
}
