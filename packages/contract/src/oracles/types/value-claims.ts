import { type Direction, valueAt } from "@facsimile/document";
import { type Path, partKey, type TakesBytes, type Trial, type Trials, trialsOf } from "@facsimile/samples";
import {
  alias,
  blockOffset,
  type Claim,
  type ClaimFinding,
  type Conditions,
  compiles,
  fails,
  firstLine,
  inBlock,
} from "./claim.js";
import type { CompilerError } from "./compile.js";
import type { TypeContext } from "./context.js";
import { Frames, missingKey } from "./frames.js";
import { type Literal, literalOf } from "./literal.js";
import { at, contrary, partOf, refusal, show } from "./say-trial.js";

/** A type of a package, and the schema that it has to be the type of. */
export interface TypedPlace extends Conditions {
  /** `getUser, query.page`, `schema User`. */
  readonly subject: string;
  /** In TypeScript. */
  readonly type: string;
  readonly pointer: string;
  readonly direction: Direction;
  /** Whether a component that the schema only refers to is tried as a whole here. */
  readonly isWhole: boolean;
  readonly takesBytes: TakesBytes;
}

export interface ValueClaims {
  readonly claims: readonly Claim[];
  readonly holes: readonly string[];
}

/** What is said for bytes stands for text, but in the parts of a body that say so. */
export const noBytes: TakesBytes = () => false;

/** That the type takes the values that the schema allows, and no others. */
export function valueClaims(context: TypeContext, place: TypedPlace): ValueClaims {
  const { subject, pointer, direction, isWhole, takesBytes } = place;
  // A parameter that the document forgot to describe has no schema.
  if (valueAt(context.document.json, pointer) === undefined) return { claims: [], holes: [] };
  const trials = trialsOf(context.meanings[direction], pointer, isWhole, takesBytes);
  const say: Say = (path, meaning) => context.say(at(subject, path), meaning, pointerOf(trials, path) ?? pointer);
  const frames = framesOf(context, place, say);
  const claims = new Map<Trial, Claim>();
  for (const trial of trials.trials) {
    const { name, claim } = frames.at(trial.frame);
    const before = trial.given === undefined ? claim : (claims.get(trial.given) ?? claim);
    claims.set(trial, trialClaim(say, name, trial, { given: [before], unless: place.unless }));
  }
  const holes = trials.holes.map(({ path, reason }) => `${at(subject, path)}: ${reason}`);
  return { claims: [...frames.claims, ...claims.values()], holes };
}

/** What the document means about a part, in words. */
type Say = (path: Path, meaning: string) => string;

function framesOf(context: TypeContext, { type, given = [], unless }: TypedPlace, say: Say): Frames {
  const sentenceOf = (path: Path): string => `${say(path, "describes it")}, and the package has no type for it`;
  const newName = (): string => context.newName();
  const name = newName();
  const claim = alias(name, type, sentenceOf([]), { given, unless });
  return new Frames({ name, claim }, { newName, sentenceOf }, unless);
}

function trialClaim(say: Say, name: string, trial: Trial, conditions: Conditions): Claim {
  const { broken, path, frame, value } = trial;
  const start = `const v: ${name} = `;
  if (broken !== undefined) {
    const sentence = `${say(path, refusal(broken, trial))}, and the package's type ${contrary(broken)}`;
    return written(fails("", sentence, conditions), start, trial);
  }
  const finding = (error: CompilerError | undefined): ClaimFinding => {
    const refused = refusedPart(literalOf(value), (error?.column ?? 0) - blockOffset - start.length);
    const part = [...frame, ...refused];
    const meaning = `allows ${show(partOf(trial, part))}`;
    // The name is one that nobody knows.
    const reason = firstLine(error).replace(`to type '${name}'`, "to it");
    const message = `${say(part, meaning)}, and the package's type refuses it: ${reason}`;
    return { key: isUnknown(error) ? missingKey(part) : `${partKey(part)} ${meaning}`, message };
  };
  return written({ ...compiles("", "", conditions), finding }, start, trial);
}

/** Whether a type has no property by the name of a part. */
function isUnknown(error: CompilerError | undefined): boolean {
  return error?.message.startsWith("Object literal may only specify known properties") === true;
}

/** The claim with its value written out whenever somebody reads it: those of all claims together are long. */
function written(claim: Claim, start: string, { value }: Trial): Claim {
  return {
    ...claim,
    get statement() {
      return inBlock(`${start}${literalOf(value).text};`);
    },
  };
}

/** Errors about the whole are told where the name of the constant is. */
function refusedPart(literal: Literal, offset: number): Path {
  return offset < 0 ? [] : literal.partAt(offset);
}

/** Of the innermost part around it that a schema was looked at for. */
function pointerOf(trials: Trials, path: Path): string | undefined {
  const known = trials.pointers.get(partKey(path));
  return known !== undefined || path.length === 0 ? known : pointerOf(trials, path.slice(0, -1));
}
