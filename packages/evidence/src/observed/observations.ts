import type { Fact } from "../facts/fact.js";
import { factId } from "../facts/fact-id.js";
import { type Answer, confirmed } from "../verify/answer.js";

/** A fact that was seen happen, and what the spec has to say to it. */
export interface ObservedFact {
  readonly fact: Fact;
  readonly answer: Answer;
}

/** What exchanges show, put together by what they show: many exchanges may say the same. */
export class Observations {
  readonly #found = new Map<
    string,
    { answer: Answer; pointer: string; supports: Set<string>; last: string; count: number }
  >();

  /** The first answer that is no confirmation counts, with the exchange that it comes from. */
  add(names: readonly string[], pointer: string, answer: Answer): void {
    const id = factId("observed", ...names);
    const known = this.#found.get(id);
    if (known === undefined) {
      this.#found.set(id, {
        answer,
        pointer,
        supports: new Set(answer.verdict === "confirmed" ? answer.supports : []),
        last: pointer,
        count: 1,
      });
      return;
    }
    if (known.last !== pointer) known.count += 1;
    known.last = pointer;
    if (answer.verdict === "confirmed") {
      for (const place of answer.supports) known.supports.add(place);
      return;
    }
    if (known.answer.verdict !== "confirmed") return;
    Object.assign(known, { answer, pointer });
  }

  /** The pointers of the exchanges that stand for the facts. */
  get pointers(): readonly string[] {
    return [...this.#found.values()].map(({ pointer }) => pointer);
  }

  facts(page: string, lines: ReadonlyMap<string, number>): readonly ObservedFact[] {
    return [...this.#found].map(([id, { answer, pointer, supports, count }]) => ({
      fact: { id, page, line: lines.get(pointer) ?? 1, value: count === 1 ? "seen once" : `seen ${count} times` },
      answer: answer.verdict === "confirmed" ? confirmed(answer.pointer, ...supports) : answer,
    }));
  }
}
