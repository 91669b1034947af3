import type { Document, Json } from "@facsimile/document";
import { compareWire } from "../../../src/index.js";
import { contradictions, run, type Sides, whyUnshown } from "./contradictions.js";
import type { Operation } from "./edition.js";
import type { RunningServer } from "./servers.js";

/** What came of holding verdicts against servers. */
export interface Held {
  requests: number;
  answers: number;
  breaking: number;
  /** How many of the breaking changes nothing showed, by the reason. */
  readonly unshown: Record<string, number>;
  /** Verdicts that running contradicts, each with what shows it. */
  readonly contradicted: string[];
}

export function nothingHeld(): Held {
  return { requests: 0, answers: 0, breaking: 0, unshown: {}, contradicted: [] };
}

/** One operation that both editions have, in documents of its own or in the ones that run. */
export interface Holding {
  readonly servers: Sides<RunningServer>;
  readonly operations: Sides<Operation>;
  readonly documents: Sides<Document>;
  readonly seed: number;
  /** How many requests and answers are made. */
  readonly count: number;
}

/** Holds what is said of two editions against what running one of their operations shows. */
export async function hold(held: Held, { servers, operations, documents, seed, count }: Holding): Promise<void> {
  const changes = compareWire(documents.old, documents.new);
  // Examples are values of schemas.
  const examples = changes.flatMap(({ example }) => (example === undefined ? [] : [example as Json]));
  const shown = await run(servers, operations, { seed, count, examples });
  held.requests += shown.requests;
  held.answers += shown.answers;
  for (const change of changes.filter((each) => each.class === "breaking")) {
    held.breaking += 1;
    const reason = whyUnshown(change, shown);
    if (reason !== undefined) held.unshown[reason] = (held.unshown[reason] ?? 0) + 1;
  }
  const [against] = contradictions(changes, shown);
  if (against === undefined) return;
  const told = changes.map((change) => `${change.class} ${change.direction} ${change.rule}`).join(", ");
  held.contradicted.push(
    `${against}\ntold: ${told || "nothing"}\nold ${inWords(documents.old)}\nnew ${inWords(documents.new)}`,
  );
}

function inWords({ json }: Document): string {
  return JSON.stringify(json.paths);
}
