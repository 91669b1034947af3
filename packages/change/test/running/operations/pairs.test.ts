import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "@facsimile/document";
import { expect, it } from "vitest";
import { loadPair } from "../../load-pair.js";
import { type Pair, readPairs } from "../../pairs.js";
import { type Held, type Holding, hold, nothingHeld } from "./holding.js";
import { receiversDocument } from "./received.js";
import { type RunningServer, startServer } from "./servers.js";

/** Of the labelled pairs, every so many are run: `npm run fuzz:changes` runs them all. */
const step = Number(process.env.FACSIMILE_CHANGES_PAIRS ?? 170);
const requestsEach = 6;

/** What no request to a mock server shows. */
const unseen: Readonly<Record<string, string>> = {
  servers: "a mock server has one address",
};

/** Pairs about which Ajv errs, and with it Prism, or says less than OpenAPI. */
const misjudged: Readonly<Record<string, string>> = {
  "what contains is about is evaluated": "Ajv 8.20 takes every item for evaluated where `contains` stands beside",
  "an alternative that a discriminator leads to is tightened, and another one is open":
    "Ajv takes no notice of a discriminator, so that a value which leads nowhere fits the other alternative",
};

const pairs = (await readPairs()).filter(({ topic, name }) => (unseen[topic] ?? misjudged[name]) === undefined);
const chosen = pairs.filter((_, index) => index % step === 0);

it(`gives no verdict on ${chosen.length} labelled pairs that a mock server contradicts`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-running-"));
  const held = nothingHeld();
  const unread: string[] = [];
  for (const [index, pair] of chosen.entries()) {
    const documents = [
      await loadPair(folder, `${index}-old`, pair.old),
      await loadPair(folder, `${index}-new`, pair.new),
    ] as const;
    for (const sender of ["caller", "api"] as const) {
      const served: Both<Document> =
        sender === "caller" ? documents : [receiversDocument(documents[0]), receiversDocument(documents[1])];
      if (sender === "api" && served.some(isIdle)) continue;
      const servers = await serversOf(served);
      if (servers === undefined) unread.push(nameOf(pair));
      else {
        await holdBoth(held, documents, servers, { seed: index, sender });
        await Promise.all(servers.map((server) => server.close()));
      }
    }
  }
  await rm(folder, { recursive: true });
  const { contradicted, ...counts } = held;
  console.log(`labelled pairs: ${JSON.stringify({ ...counts, unread: unread.length })}`);
  expect(contradicted).toEqual([]);
}, 3_600_000);

type Both<Part> = readonly [old: Part, next: Part];

function nameOf({ topic, name }: Pair): string {
  return `${topic}: ${name}`;
}

/** Whether nothing is sent. */
function isIdle({ json }: Document): boolean {
  return Object.keys(json.paths ?? {}).length === 0;
}

/** Undefined where the generator or Prism cannot read one of them. */
async function serversOf([old, next]: Both<Document>): Promise<Both<RunningServer> | undefined> {
  const [was, is] = await Promise.allSettled([startServer(old), startServer(next)]);
  if (was.status === "fulfilled" && is.status === "fulfilled") return [was.value, is.value];
  for (const one of [was, is]) if (one.status === "fulfilled") await one.value.close();
  return undefined;
}

/** Each operation that both have, forth and back. */
async function holdBoth(
  held: Held,
  [old, next]: Both<Document>,
  [was, is]: Both<RunningServer>,
  { seed, sender }: Pick<Holding, "seed" | "sender">,
): Promise<void> {
  for (const one of was.edition.api.operations) {
    const other = is.edition.api.operations.find(({ method, path }) => method === one.method && path === one.path);
    if (other === undefined) continue;
    const rest = { seed, sender, count: requestsEach };
    const [forth, back] = [
      { servers: { old: was, new: is }, operations: { old: one, new: other }, documents: { old, new: next }, ...rest },
      {
        servers: { old: is, new: was },
        operations: { old: other, new: one },
        documents: { old: next, new: old },
        ...rest,
      },
    ];
    await hold(held, forth);
    await hold(held, back);
  }
}
