import { RecordingError } from "../exchange.js";
import { listAt, member, textAt } from "../json-member.js";
import { isSensitivePair } from "../secret-places.js";

/** As many characters of values are put into the texts of one collection. Values may name others many times: a small file could stand for any length. */
const most = 32_000_000;

/** Puts the values of `{{variables}}` into texts, and remembers which have none. */
export class Variables {
  readonly unresolved: Map<string, number> = new Map();
  /** Values of variables that are marked as secret, or named so. */
  readonly secrets: readonly string[];
  readonly #values: ReadonlyMap<string, string>;
  #left = most;

  constructor(collection: unknown) {
    const given = listAt(collection, "variable").flatMap((item) => {
      const key = textAt(item, "key") ?? textAt(item, "id");
      const value = textAt(item, "value") ?? "";
      const isUsed = key !== undefined && value !== "" && member(item, "disabled") !== true;
      return isUsed ? [{ key, value, isSecret: textAt(item, "type") === "secret" || isSensitivePair(key) }] : [];
    });
    this.#values = new Map(given.map(({ key, value }) => [key, value]));
    this.secrets = given.flatMap(({ value, isSecret }) => (isSecret ? [value] : []));
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
      if (value !== undefined) return this.#spent(value);
      if (isFirst) this.unresolved.set(name.trim(), (this.unresolved.get(name.trim()) ?? 0) + 1);
      return whole;
    });
  }

  #spent(value: string): string {
    this.#left -= value.length;
    if (this.#left < 0) throw new RecordingError(`the values of its variables make more than ${most} characters of it`);
    return value;
  }
}

const variable = /\{\{([^{}]{1,100})\}\}/g;
