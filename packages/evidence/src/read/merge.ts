import { type Difference, type Fact, type PageRole, pageRoles } from "../facts/fact.js";
import type { Problem } from "./problem.js";

/** The facts of one page. */
export interface PageFacts {
  readonly role: PageRole;
  readonly facts: readonly Fact[];
}

/**
 * Puts the facts of all pages together. An older edition adds what the newer one no longer says; where the two disagree, the newer one
 * counts and the difference is kept. Two pages of any other kind that disagree are a problem.
 */
export function mergeFacts(pages: readonly PageFacts[]): {
  readonly facts: readonly Fact[];
  readonly differences: readonly Difference[];
  readonly problems: readonly Problem[];
} {
  const byId = new Map<string, Fact>();
  const differences: Difference[] = [];
  const problems: Problem[] = [];
  for (const { role, facts } of pages.toSorted((a, b) => pageRoles.indexOf(a.role) - pageRoles.indexOf(b.role))) {
    for (const fact of facts) {
      const kept = byId.get(fact.id);
      if (kept === undefined) byId.set(fact.id, fact);
      else if (JSON.stringify(kept.value) === JSON.stringify(fact.value)) continue;
      else if (role === "operations, older edition") differences.push(difference(kept, fact));
      else problems.push(contradiction(kept, fact));
    }
  }
  return { facts: [...byId.values()], differences, problems };
}

function difference(kept: Fact, dropped: Fact): Difference {
  const { id, ...place } = kept;
  return { id, kept: place, dropped: { page: dropped.page, line: dropped.line, value: dropped.value } };
}

function contradiction(kept: Fact, fact: Fact): Problem {
  const other = `${kept.page}:${kept.line}`;
  const message = `"${fact.id}" is ${JSON.stringify(fact.value)} here and ${JSON.stringify(kept.value)} in ${other}`;
  return { file: fact.page, line: fact.line, message, fix: "Mend the page that is wrong" };
}
