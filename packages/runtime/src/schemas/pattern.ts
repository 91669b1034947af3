import type { PatternProgram, SchemaPattern } from "./node.js";

/** Whether a text has a match of a regular expression, as JSON Schema means them: anywhere in it. Takes linear time. */
export function isMatch(pattern: SchemaPattern, text: string): boolean {
  return typeof pattern === "string" ? expressionOf(pattern).test(text) : runProgram(pattern, text);
}

const expressions = /* @__PURE__ */ new Map<string, RegExp>();

function expressionOf(source: string): RegExp {
  const known = expressions.get(source) ?? new RegExp(source, "u");
  expressions.set(source, known);
  return known;
}

/** Goes through a text once, at all steps at a time that are possible so far (Thompson's construction). */
function runProgram(program: PatternProgram, text: string): boolean {
  const characters = [...text];
  let steps = new Set<number>();
  for (let index = 0; index <= characters.length; index++) {
    // A match may begin anywhere.
    if (reach(program, steps, 0, characters, index)) return true;
    const character = characters[index] ?? "";
    const next = new Set<number>();
    for (const step of steps) {
      if (index === characters.length || !takes(program[step], character)) continue;
      if (reach(program, next, step + 1, characters, index + 1)) return true;
    }
    steps = next;
  }
  return false;
}

function takes(step: PatternProgram[number] | undefined, character: string): boolean {
  return typeof step === "string" && !(step in places) && expressionOf(`^(?:${step})$`).test(character);
}

/** Adds the steps that are possible where nothing more is read, and says whether the end is one. */
function reach(
  program: PatternProgram,
  steps: Set<number>,
  start: number,
  characters: readonly string[],
  index: number,
): boolean {
  const pending = [start];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === program.length) return true;
    if (steps.has(at)) continue;
    steps.add(at);
    const step = program[at];
    if (typeof step === "number") pending.push(step);
    else if (typeof step === "object") pending.push(...step);
    else if (step !== undefined && places[step]?.(characters, index)) pending.push(at + 1);
  }
  return false;
}

const places: Readonly<Record<string, (characters: readonly string[], index: number) => boolean>> = {
  "^": (_, index) => index === 0,
  $: (characters, index) => index === characters.length,
  "\\b": isBoundary,
  "\\B": (characters, index) => !isBoundary(characters, index),
};

function isBoundary(characters: readonly string[], index: number): boolean {
  return isOfWord(characters[index - 1]) !== isOfWord(characters[index]);
}

function isOfWord(character = ""): boolean {
  return /^\w$/.test(character);
}
