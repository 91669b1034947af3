import type { Change } from "../change/change.js";
import { changeRules, classOf } from "../change/rules.js";
import type { Edition } from "./edition.js";
import type { Found } from "./found.js";

/** Puts changes together that several operations share. */
export class Ledger {
  private readonly entries = new Map<string, { readonly found: Found; readonly operations: Set<string> }>();

  add(changes: readonly Found[], operation?: string): void {
    for (const each of changes) {
      const key = JSON.stringify([each.rule, each.direction, each.old, each.new, each.message]);
      const entry = this.entries.get(key) ?? { found: each, operations: new Set() };
      const isWorse =
        classIn(each) !== classIn(entry.found) &&
        severity.indexOf(classIn(each)) < severity.indexOf(classIn(entry.found));
      this.entries.set(key, isWorse ? { ...entry, found: each } : entry);
      if (operation !== undefined) entry.operations.add(operation);
    }
  }

  changes(old: Edition, next: Edition): readonly Change[] {
    const told = new Set(
      [...this.entries.values()].flatMap(({ found }) => (found.rule.startsWith("default-") ? [placesIn(found)] : [])),
    );
    const entries = [...this.entries.values()].filter(
      ({ found }) => !(found.rule.startsWith("documentation-") && told.has(placesIn(found))),
    );
    return entries.map(({ found, operations }) => ({
      rule: found.rule,
      class: classIn(found),
      direction: found.direction,
      area: changeRules[found.rule].area,
      operations: [...operations],
      old: old.locate(found.old),
      new: next.locate(found.new),
      message: found.message,
      ...(found.example !== undefined && { example: found.example }),
    }));
  }
}

const severity: readonly Change["class"][] = ["breaking", "unknown", "warning", "safe"];

function classIn(found: Found): Change["class"] {
  return found.class ?? classOf(found.rule, found.direction);
}

/** A default that counts for callers is no documentation. */
function placesIn({ old, new: next }: Found): string {
  return `${old} ${next}`;
}
