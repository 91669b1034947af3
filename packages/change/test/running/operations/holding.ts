import type { Document, Json } from "@facsimile/document";
import { compareWire } from "../../../src/index.js";
import { contradictions, run, type Sender, type Sides, whyUnshown } from "./contradictions.js";
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
  /** Where it is the API that sends, the servers are those of the receivers of each edition. */
  readonly sender: Sender;
}

/** Holds what is said of two editions against what running one of their operations shows. */
export async function hold(held: Held, holding: Holding): Promise<void> {
  const { servers, operations, documents, seed, count, sender } = holding;
  const changes = compareWire(documents.old, documents.new);
  // Examples are values of schemas.
  const examples = changes.flatMap(({ example }) => (example === undefined ? [] : [example as Json]));
  const tries = { seed, count, examples };
  const shown = await (sender === "caller"
    ? run(servers, operations, tries)
    : run(turned(servers), turned(operations), { ...tries, isAsked: false }));
  held.requests += shown.requests;
  held.answers += shown.answers;
  for (const change of changes.filter((each) => each.class === "breaking")) {
    held.breaking += 1;
    const reason = whyUnshown(change, shown, sender);
    if (reason !== undefined) held.unshown[reason] = (held.unshown[reason] ?? 0) + 1;
  }
  const [against] = contradictions(changes, shown, sender);
  if (against === undefined) return;
  const told = changes.map((change) => `${change.class} ${change.direction} ${change.rule}`).join(", ");
  held.contradicted.push(
    `${against}\ntold: ${told || "nothing"}\nold ${inWords(documents.old)}\nnew ${inWords(documents.new)}`,
  );
}

/** What the API sends is of the new edition, and those who receive it know the old one. */
function turned<Part>({ old, new: next }: Sides<Part>): Sides<Part> {
  return { old: next, new: old };
}

function inWords({ json }: Document): string {
  return JSON.stringify({ ...(json.webhooks !== undefined && { webhooks: json.webhooks }), paths: json.paths });
}
