import type { RootContent } from "mdast";
import { printType } from "../facts/type-expression.js";
import { squashed } from "../families/spelling.js";
import { TypeSyntaxError } from "../families/tokens.js";
import { templateNames } from "../spec/operations.js";
import type { Section } from "./markdown.js";
import { withoutOwnValues } from "./own-values.js";
import type { ReadParameter } from "./parameters.js";
import type { Reading } from "./reading.js";
import type { Listed } from "./request-row.js";
import { type SampleVariable, sampleVariables } from "./sample-variables.js";
import { findSignature, type Signature } from "./signature.js";

/** The parts of a section that say the same in several ways. */
export interface OperationParts {
  readonly row: Listed;
  readonly before: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly parameters: ReadonlyMap<string, ReadParameter>;
  /** The type that the operation returns, in the notation of evidence. */
  readonly returns: string | undefined;
}

const fix = "Mend the one that is wrong, or get the whole page";

/** Holds the table of parameters against the signature, the samples and the path of its operation: where they disagree, one of them is wrong. */
export function checkOperation(parts: OperationParts, reading: Reading): void {
  const signature = findSignature(parts.row.name, parts.before);
  const variables = sampleVariables(parts.sections);
  if (signature !== undefined) {
    checkSignature(parts, signature, reading);
    checkReturns(parts, signature, reading);
  }
  checkVariables(parts, variables, reading);
  if (signature === undefined && variables.length === 0) checkPath(parts, reading);
}

function checkSignature({ row, parameters }: OperationParts, signature: Signature, reading: Reading): void {
  const known = new Set([...parameters.keys(), ...ownNames(reading)].map(squashed));
  for (const name of signature.names) {
    if (known.has(squashed(name))) continue;
    reading.problem(
      signature.line,
      `the signature of "${row.name}" has "${name}", and the table of parameters has not`,
      fix,
    );
  }
  const shown = new Set(signature.names.map(squashed));
  if (reading.family.name === "typescript" || signature.names.length === 0) return; // not all of its signatures name what is sent in the URL
  for (const [name, { line, required }] of parameters) {
    if (required !== true || shown.has(squashed(name))) continue;
    reading.problem(line, `"${name}" is required, and the signature of "${row.name}" lacks it`, fix);
  }
}

/** A signature begins or ends with the type that the part about it names. What is none, as some languages write it there, says nothing. */
function checkReturns({ row, returns }: OperationParts, signature: Signature, reading: Reading): void {
  const stated = /^(void|null|None)?$/.test(signature.returns) ? "void" : typeOrNothing(signature.returns, reading);
  if (returns === undefined || stated === undefined || stated === returns) return;
  const message = `the signature of "${row.name}" returns ${stated}, and the part about it has ${returns}`;
  reading.problem(signature.line, message, fix);
}

function typeOrNothing(text: string, { family }: Reading): string | undefined {
  try {
    return printType(withoutOwnValues(family.parseType(text)));
  } catch (error) {
    if (error instanceof TypeSyntaxError) return undefined;
    throw error;
  }
}

function ownNames({ family }: Reading): readonly string[] {
  return [...family.layout.ownParameters, "ctx", "optional", "opts", "kwargs"];
}

function checkVariables(
  { row, parameters }: OperationParts,
  variables: readonly SampleVariable[],
  reading: Reading,
): void {
  const known = new Set([...parameters.keys(), ...ownNames(reading)].map(squashed));
  for (const { name, line, type } of variables) {
    if (known.has(squashed(name))) {
      checkType({ name, line, type }, row, reading);
      continue;
    }
    reading.problem(line, `the sample of "${row.name}" sets "${name}", and the table of parameters has not`, fix);
  }
}

/** The generators comment a variable with the type that the table gives, in the same words. */
function checkType({ name, line, type }: SampleVariable, row: Listed, reading: Reading): void {
  const stated = reading.value("operation", reading.operationKey(row.name), "parameter", name, "type");
  const shown = typeOrNothing(type.replace(/^\*/, ""), reading);
  // An object is one of the two things that a type of the SDK may stand for.
  const isOne = stated === "unknown" && shown === "object";
  if (stated === undefined || shown === undefined || shown === stated || isOne) return;
  reading.problem(
    line,
    `the sample of "${row.name}" has "${name}" as ${shown}, and the table of parameters as ${String(stated)}`,
    fix,
  );
}

/** Where nothing else names the parameters, each name in the path has to be one. */
function checkPath({ row, parameters }: OperationParts, reading: Reading): void {
  const known = new Set([...parameters.keys()].map(squashed));
  for (const name of templateNames(row.path)) {
    if (known.has(squashed(name))) continue;
    reading.problem(row.line, `the path of "${row.name}" has {${name}}, and the table of parameters has not`, fix);
  }
}
