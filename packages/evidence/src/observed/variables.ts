import { listAt, textAt } from "./json-member.js";

/** Puts the values of `{{variables}}` into texts, and remembers which have none. */
export class Variables {
  readonly unresolved: Map<string, number> = new Map();
  readonly #values: ReadonlyMap<string, string>;

  constructor(collection: unknown) {
    const values = new Map<string, string>();
    for (const item of listAt(collection, "variable")) {
      const key = textAt(item, "key") ?? textAt(item, "id");
      const value = textAt(item, "value");
      if (key !== undefined && value !== undefined && value !== "") values.set(key, value);
    }
    this.#values = values;
  }

  /** A variable's value may name others; it does so a few times at most, or it would have no end. */
  resolve(text: string): string {
    let result = text;
    for (let round = 0; round < 3 && result.includes("{{"); round += 1) result = this.#once(result, round === 0);
    return result;
  }

  #once(text: string, isFirst: boolean): string {
    return text.replace(variable, (whole, name: string) => {
      const value = this.#values.get(name.trim());
      if (value !== undefined) return value;
      if (isFirst) this.unresolved.set(name.trim(), (this.unresolved.get(name.trim()) ?? 0) + 1);
      return whole;
    });
  }
}

const variable = /\{\{([^{}]{1,100})\}\}/g;

/** True where a text is no value but a variable without one, or a placeholder such as `<string>`. */
export function isPlaceholder(text: string): boolean {
  return /^<[^<>]{0,100}>$/.test(text.trim()) || /\{\{[^{}]{1,100}\}\}/.test(text);
}
