import type { Operation, Parameter, SecurityAlternative, StatusKey } from "@facsimile/document";
import { type Constraint, showConstraint } from "@facsimile/samples";
import { alternativeName } from "./secrets.js";

/**
 * What can be covered, as keys of the coverage report. Each is a list of words, the first of which names its kind; they are functions of the
 * document alone, so that what is to be covered can be listed without the cases.
 */
export const keys = {
  operation: ({ id }: Operation): string => `operation ${id}`,
  status: ({ id }: Operation, status: StatusKey, alternative: SecurityAlternative): string =>
    `status ${id} ${status} with ${alternativeName(alternative)}`,
  security: ({ id }: Operation, what: string): string => `security ${id} ${what}`,
  parameter: ({ id }: Operation, { in: place, name }: Parameter, state: "valid" | "broken" | "left out"): string =>
    `parameter ${id} ${place} ${name} ${state}`,
  body: ({ id }: Operation, mediaType: string, state: "valid" | "broken" | "left out"): string =>
    `body ${id} ${mediaType} ${state}`,
  constraint: ({ id }: Operation, place: string, constraint: Constraint): string =>
    `constraint ${id} ${place} ${showConstraint(constraint)} broken`,
  content: ({ id }: Operation, status: StatusKey, mediaType: string): string => `content ${id} ${status} ${mediaType}`,
  example: ({ id }: Operation, status: StatusKey, mediaType: string, name: string): string =>
    `example ${id} ${status} ${mediaType} ${name}`,
  form: ({ id }: Operation, what: "function" | "pages of the method" | "pages of the function"): string =>
    `form ${id} ${what}`,
  call: ({ id }: Operation, what: "aborted" | "no server", form: "method" | "function"): string =>
    `call ${id} ${what} ${form}`,
  refusal: ({ id }: Operation, what: string): string => `refusal ${id} ${what}`,
} as const;
