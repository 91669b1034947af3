import type { SchemaNode, SchemaUse, SchemaView } from "@facsimile/document";
import type { Path } from "../values/at.js";
import { type Choice, choicesOf } from "./choices.js";
import { exploreItems } from "./items.js";
import { isImpossible, isMadeObject, type Made, Maker, type TakesBytes, Unmade } from "./maker.js";
import type { Meaning } from "./meaning.js";
import { exploreObject } from "./objects.js";
import { referredTo } from "./references.js";
import type { Exploring, Frame, Spot } from "./spot.js";
import { type Broken, partKey, type Trial, type TrialHole, type Trials } from "./trial.js";
import { unlisted, wrongTypes } from "./wrong-types.js";

/**
 * What is to be tried of the schema at a pointer.
 *
 * @param isWhole - whether a component that the schema only refers to is tried as a whole here, and not by sample
 */
export function trialsOf(meaning: Meaning, pointer: string, isWhole: boolean, takesBytes: TakesBytes): Trials {
  const explorer = new Explorer(meaning, pointer, takesBytes);
  explorer.begin(meaning.use(pointer), isWhole);
  return explorer.trials;
}

/** How many values of wrong types are enough for what is tried elsewhere too. */
const mostOfSample = 2;

class Explorer implements Exploring {
  readonly maker: Maker;
  readonly #meaning: Meaning;
  readonly #pointer: string;
  readonly #takesBytes: TakesBytes;
  /** What is written below this is tried as a whole. */
  #home: string;
  readonly #trials: Trial[] = [];
  readonly #valid = new Map<string, Trial>();
  readonly #refused = new Set<string>();
  readonly #holes: TrialHole[] = [];
  readonly #pointers = new Map<string, string>();
  /** The schemas that were tried as a whole. */
  readonly #seen = new Set<string>();

  constructor(meaning: Meaning, pointer: string, takesBytes: TakesBytes) {
    this.#meaning = meaning;
    this.#pointer = pointer;
    this.#home = pointer;
    this.#takesBytes = takesBytes;
    this.maker = new Maker(meaning, takesBytes);
  }

  get trials(): Trials {
    return { trials: this.#trials, holes: this.#holes, pointers: this.#pointers };
  }

  begin(use: SchemaUse, isWhole: boolean): void {
    if (isWhole) this.#home = referredTo(this.#meaning.schemas, use) ?? this.#pointer;
    const spot = whole({ path: [], pointer: this.#pointer, others: [] });
    if (isWhole) this.#exploreWhole(spot, use);
    else this.explore(spot, use);
  }

  readings({ frame }: Spot, { view, readings }: Choice): readonly SchemaView[] {
    const others = frame.others.flatMap((pointer) =>
      choicesOf(this.#meaning.schemas, this.#meaning.use(pointer)).map((choice) => choice.view),
    );
    return [view, ...readings.filter((one) => one !== view), ...others];
  }

  alone(around: Spot, schemas: SchemaUse): Spot | undefined {
    const isInFrame = around.path.length === around.frame.path.length + 1;
    // What is described in other words inside of another schema does not stand where its pointer leads.
    const stands = ({ pointer, value }: SchemaNode): boolean => this.#meaning.use(pointer)[0]?.value === value;
    const [own, ...others] = schemas.map(({ pointer }) => pointer);
    if (own === undefined || !isInFrame || !schemas.every(stands)) return undefined;
    return { ...whole({ path: around.path, pointer: own, others }), around };
  }

  explore(spot: Spot, use: SchemaUse, expected?: Made): void {
    const key = use.map(({ pointer }) => pointer).join(" ");
    const isSample = this.#seen.has(key) || referredTo(this.#meaning.schemas, use) !== undefined;
    if (expected !== undefined) this.#exploreSample(spot, use, expected);
    else if (isSample) this.#exploreSample(spot, use, undefined);
    else this.#exploreWhole(spot, use);
  }

  locate(path: Path, use: SchemaUse): void {
    this.#pointers.set(partKey(path), use[0]?.pointer ?? this.#pointer);
  }

  valid(spot: Spot, part: Made, isSpare = false): Trial | undefined {
    const { path, frame, given } = spot;
    const value = spot.whole(part);
    const text = textOf(frame, value);
    const known = this.#valid.get(text);
    if (known !== undefined) return known;
    const reason = this.#meaning.refusal(frame.pointer, value);
    if (reason === undefined) {
      const trial = { path, frame: frame.path, value, broken: undefined, given };
      this.#trials.push(trial);
      this.#valid.set(text, trial);
      return trial;
    }
    if (!isSpare) this.#holes.push({ path: spot.path, reason: `the value that was made is not valid: ${reason}` });
    return undefined;
  }

  broken(spot: Spot, part: Made, broken: Broken): void {
    const { path, frame, given } = spot;
    const value = spot.whole(part);
    const around = this.#isAllowedElsewhere(frame, value) ? spot.around : undefined;
    const text = textOf(frame, value);
    if (around !== undefined) this.broken({ ...around, path }, value, broken);
    else if (!this.#refused.has(text) && this.#meaning.isWrongType(frame.pointer, value)) {
      this.#refused.add(text);
      this.#trials.push({ path, frame: frame.path, value, broken, given });
    }
  }

  /** Of what another alternative allows in a place, only the value around it shows that it is wrong. */
  #isAllowedElsewhere({ others }: Frame, value: Made): boolean {
    return others.some((pointer) => !this.#meaning.isWrongType(pointer, value));
  }

  made<Result>({ path }: Spot, make: () => Result): Result | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Unmade)) throw error;
      this.#holes.push({ path, reason: error.message });
      return undefined;
    }
  }

  /** One value that fits, null where it may be, and a value of each kind that does not fit. */
  #exploreSample(spot: Spot, use: SchemaUse, expected: Made | undefined): void {
    this.locate(spot.path, use);
    const part = this.made(spot, () => expected ?? this.maker.least(use, spot.path));
    const given = part === undefined ? undefined : this.valid(spot, part);
    const [choice] = choicesOf(this.#meaning.schemas, use);
    if (given !== undefined && choice !== undefined) this.#tryBeside({ ...spot, given }, use, choice, mostOfSample);
  }

  #exploreWhole(spot: Spot, use: SchemaUse): void {
    this.#seen.add(use.map(({ pointer }) => pointer).join(" "));
    this.locate(spot.path, use);
    let isFirst = true;
    const choices = choicesOf(this.#meaning.schemas, use);
    // Alternatives that the rest of a schema rules out are none.
    const possible = choices.filter(({ view }) => !isImpossible(view));
    for (const choice of possible.length === 0 ? choices : possible) {
      const first = this.made(spot, () => this.#firstValid(spot, choice));
      if (first === undefined) continue;
      const inside = { ...spot, given: first.trial };
      if (isFirst) this.#tryBeside(inside, use, choice);
      isFirst = false;
      this.#tryChoice(inside, choice, first.part);
    }
  }

  #firstValid(spot: Spot, { view }: Choice): { readonly part: Made; readonly trial: Trial } | undefined {
    let least: Made | undefined;
    for (const part of this.maker.candidates(view, spot.path)) {
      const trial = this.valid(spot, part, true);
      if (trial !== undefined) return { part, trial };
      least ??= part;
    }
    // Says why.
    if (least !== undefined) this.valid(spot, least);
    return undefined;
  }

  /** What is tried of a schema whichever of its alternatives is taken. */
  #tryBeside(spot: Spot, use: SchemaUse, { view }: Choice, most?: number): void {
    const { schemas } = this.#meaning;
    for (const value of wrongTypes(schemas, use, view, this.#takesBytes(spot.path)).slice(0, most))
      this.broken(spot, value, { keyword: "type" });
    // Of what is said to be an object by its properties alone, nobody means that it may be null.
    const types = schemas.typesOf(use);
    if (schemas.allowsNull(use) && (types?.includes("null") ?? true)) this.valid(spot, null);
  }

  #tryChoice(spot: Spot, choice: Choice, least: Made): void {
    const { view } = choice;
    if (view.const !== undefined || view.enum !== undefined) {
      for (const value of view.const === undefined ? (view.enum ?? []) : []) this.valid(spot, value, true);
      const keyword = view.const === undefined ? "enum" : "const";
      for (const value of unlisted(view)) this.broken(spot, value, { keyword });
      return;
    }
    this.#tryInside(spot, choice, least);
    for (const type of view.types?.filter((type) => type !== "null").slice(1) ?? []) {
      const part = this.made(spot, () => this.maker.ofType(view, type, spot.path));
      const given = part === undefined ? undefined : this.valid(spot, part);
      if (part !== undefined && given !== undefined) this.#tryInside({ ...spot, given }, choice, part);
    }
  }

  #tryInside(spot: Spot, choice: Choice, part: Made): void {
    if (Array.isArray(part)) exploreItems(this, spot, choice);
    if (!isMadeObject(part)) return;
    exploreObject(this, spot, choice, part, (pointer) => isComponent(pointer) && !pointer.startsWith(`${this.#home}/`));
  }
}

function isComponent(pointer: string): boolean {
  return pointer.startsWith("/components/schemas/");
}

/** The place of a part that is tried by itself. */
function whole(frame: Frame): Spot {
  return { path: frame.path, frame, whole: (part) => part, given: undefined };
}

function textOf(frame: Frame, value: Made): string {
  return JSON.stringify([frame.path, value], (_key, part) => (part instanceof Blob ? "\0bytes" : part));
}
