import type { Document } from "@facsimile/document";
import type { Change } from "../change/change.js";
import { compareDocumentation } from "./documentation.js";
import { Edition } from "./edition.js";
import type { Found } from "./found.js";
import { compareCallbacks, compareIncoming } from "./incoming.js";
import { Ledger } from "./ledger.js";
import { matchOperations } from "./match-operations.js";
import { compareMessages } from "./messages.js";
import { isDeprecated, nameOfOperation, operationsOf, type WireOperation } from "./operations.js";
import { type Editions, found } from "./place.js";
import { SchemaComparison } from "./schema/comparison.js";
import { compareSecurity } from "./security.js";
import { compareServers } from "./servers.js";
import { Unchanged } from "./unchanged.js";

export interface WireOptions {
  /** The day on which the new edition counts: a deprecated operation may go after its `x-sunset`. Default: today. */
  readonly today?: Date;
}

/** Everything that travels differently under a new edition of a document, and the words for people that changed. Nothing is thrown. */
export function compareWire(old: Document, next: Document, options: WireOptions = {}): readonly Change[] {
  const editions = editionsOf(old, next);
  const ledger = new Ledger();
  compareOperations(editions, ledger, options.today ?? new Date());
  compareWebhooks(editions, ledger);
  ledger.add(unread(editions));
  ledger.add(compareDocumentation(editions));
  return ledger.changes(editions.old, editions.new);
}

function editionsOf(old: Document, next: Document): Editions {
  const [was, is] = [new Edition(old, next), new Edition(next, old)];
  const unchanged = new Unchanged(old.json, next.json, old.dialect === next.dialect);
  return {
    old: was,
    new: is,
    schemas: new SchemaComparison(was, is, unchanged, "shapes"),
    texts: new SchemaComparison(was, is, unchanged, "texts"),
    sent: "request",
    received: "response",
  };
}

function compareOperations(editions: Editions, ledger: Ledger, today: Date): void {
  const [was, is] = [editions.old, editions.new].map((edition) =>
    operationsOf(edition, edition.patterned(edition.object(edition.root(), "paths"))),
  );
  const { pairs, removed, added } = matchOperations(editions.old, editions.new, was ?? [], is ?? []);
  for (const pair of pairs) ledger.add(comparePair(editions, pair.old, pair.new), nameOfOperation(pair.new));
  for (const operation of removed)
    ledger.add([removedOperation(editions, operation, today)], nameOfOperation(operation));
  for (const operation of added) {
    ledger.add(
      [found("operation-added", editions.sent, { new: operation.node }, `${nameOfOperation(operation)} is new`)],
      nameOfOperation(operation),
    );
  }
}

function comparePair(editions: Editions, was: WireOperation, is: WireOperation): readonly Found[] {
  const nodes = { old: was.node, new: is.node };
  return [
    ...compareMessages(editions, was, is),
    ...compareSecurity(editions, nodes),
    ...compareServers(editions, was, is),
    ...compareCallbacks(editions, nodes),
  ];
}

function removedOperation(editions: Editions, operation: WireOperation, today: Date): Found {
  const sunset = operation.node.value["x-sunset"];
  const isOver = isDeprecated(operation) && typeof sunset === "string" && Date.parse(sunset) <= today.getTime();
  const rule = isOver ? "operation-removed-after-sunset" : "operation-removed";
  const words = isOver ? ` after its sunset, ${String(sunset)}` : "";
  return found(rule, editions.sent, { old: operation.node }, `${nameOfOperation(operation)} is gone${words}`);
}

function compareWebhooks(editions: Editions, ledger: Ledger): void {
  const [was, is] = [editions.old, editions.new].map((edition) =>
    edition.objects(edition.object(edition.root(), "webhooks")),
  );
  const places = { old: editions.old.root(), new: editions.new.root() };
  const webhooks = compareIncoming(editions, "webhook", places, was ?? new Map(), is ?? new Map());
  for (const [name, changes] of webhooks) ledger.add(changes, `webhook ${name}`);
}

/** What could not be understood of one edition alone is compared with nothing. */
function unread({ old, new: next }: Editions): readonly Found[] {
  const of = (edition: Edition, other: Edition, side: "old" | "new"): readonly Found[] => {
    const seen = new Set(other.document.omissions.map(({ code, pointer }) => `${code} ${pointer}`));
    const own = edition.document.omissions.filter(({ code, pointer }) => !seen.has(`${code} ${pointer}`));
    return own.map(({ pointer = "", message }) => {
      const words = `the ${side} edition is not compared here: ${message.replace(/\.$/, "")}`;
      return found("document-unread", "none", { [side]: { pointer } }, words);
    });
  };
  return [...of(old, next, "old"), ...of(next, old, "new")];
}
