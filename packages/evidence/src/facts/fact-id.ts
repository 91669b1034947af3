import { escapeStep, unescapeStep } from "./pointer-step.js";

/** The id of a fact from the names on the way to it. */
export function factId(...names: readonly string[]): string {
  return names.map(escapeStep).join("/");
}

/** The names on the way to a fact, from its id. */
export function factNames(id: string): string[] {
  return id.split("/").map(unescapeStep);
}
