import { type Direction, valueAt } from "@facsimile/document";
import type { Made, TakesBytes } from "@facsimile/samples";
import { type Broken, type Path, partAt, partKey, type Trial, type Trials, trialsOf } from "@facsimile/samples";
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
import { type Literal, literalOf } from "./literal.js";

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
  const name = context.newName();
  const { given = [], unless } = place;
  const sentence = `${context.say(subject, "describes it", pointer)}, and the package has no type for it`;
  const named = alias(name, place.type, sentence, { given, unless });
  const claims = new Map<Trial, Claim>();
  for (const trial of trials.trials) {
    const before = trial.given === undefined ? undefined : claims.get(trial.given);
    const conditions = { given: before === undefined ? [named] : [before], unless };
    claims.set(trial, trialClaim(context, { ...place, ...conditions }, name, trials, trial));
  }
  const holes = trials.holes.map(({ path, reason }) => `${at(subject, path)}: ${reason}`);
  return { claims: [named, ...claims.values()], holes };
}

function trialClaim(context: TypeContext, place: TypedPlace, name: string, trials: Trials, trial: Trial): Claim {
  const { given = [], unless } = place;
  const start = `const v: ${name} = `;
  const pointer = (path: Path): string => pointerOf(trials, path) ?? place.pointer;
  const { broken, path } = trial;
  if (broken !== undefined) {
    const sentence = context.say(at(place.subject, path), refusal(broken, trial), pointer(path));
    const refused = fails("", `${sentence}, and the package's type ${contrary(broken)}`, { given, unless });
    return written(refused, start, trial);
  }
  const finding = (error: CompilerError | undefined): ClaimFinding => {
    const part = refusedPart(literalOf(trial.value), (error?.column ?? 0) - blockOffset - start.length);
    const meaning = `allows ${show(partAt(trial.value, part))}`;
    const sentence = context.say(at(place.subject, part), meaning, pointer(part));
    const message = `${sentence}, and the package's type refuses it: ${firstLine(error)}`;
    return { key: `${partKey(part)} ${firstLine(error)}`, message };
  };
  return written({ ...compiles("", "", { given, unless }), finding }, start, trial);
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

function refusal({ keyword, property }: Broken, { path, value }: Trial): string {
  const part = partAt(value, path);
  switch (keyword) {
    case "required":
      return `requires ${JSON.stringify(property)}`;
    case "additionalProperties":
      return "allows no property that it does not declare";
    case "discriminator":
      return "tells the alternatives apart by a property that has none of their values here";
    default:
      return `does not allow ${show(part)}`;
  }
}

function contrary({ keyword }: Broken): string {
  return keyword === "required" ? "does without it" : "allows it";
}

const longest = 60;

function show(value: unknown): string {
  // What was made is no whole value where the part is not there.
  const text = value === undefined ? "nothing" : literalOf(value as Made).text;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `getUser, body` and `rows`, 0: `getUser, body.rows[0]`; of a subject without parts, `schema User, rows[0]`. */
function at(subject: string, path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return subject.includes(", ") || steps === "" ? `${subject}${steps}` : `${subject}, ${steps.replace(/^\./, "")}`;
}
