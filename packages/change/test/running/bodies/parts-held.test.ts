import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel, type Document } from "@facsimile/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareWire } from "../../../src/index.js";
import { loadPair } from "../../load-pair.js";
import { readPairs } from "../../pairs.js";
import { type MadeBody, makeBody } from "../operations/bodies.js";
import { RunningEdition } from "../operations/edition.js";
import { whyMisread } from "./languages.js";

/** No mock server takes such bodies: they are written by one edition, and read by the other. */
const pairs = (await readPairs()).filter(
  ({ topic, old }) => topic === "parts" && /requestBody.*multipart/.test(JSON.stringify(old)),
);
const tries = 40;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facsimile-parts-"));
});
afterAll(() => rm(folder, { recursive: true }));

function editionOf(document: Document): RunningEdition {
  const { api } = buildModel(document);
  if (api === undefined) throw new Error("The document of a pair is none.");
  return new RunningEdition(document, api);
}

type Content = ReturnType<RunningEdition["at"]>;

/** Bodies that an edition allows: one at least, since none shows nothing. */
function bodiesOf(writer: RunningEdition, content: Content): readonly MadeBody[] {
  const random = writer.values(1);
  const [type = "", media = {}] = Object.entries(content)[0] ?? [];
  const body = { edition: writer, media: writer.followed(media), direction: "request", type } as const;
  const bodies = Array.from({ length: tries }).flatMap(() => makeBody(body, random, undefined) ?? []);
  if (bodies.length === 0) throw new Error(`No body of ${type} was made.`);
  return bodies;
}

/** Why bodies of one edition are misread by who knows the other. */
function misread(writer: RunningEdition, reader: RunningEdition): readonly string[] {
  const [written, read] = [writer, reader].map((edition) => edition.at("/paths/~1things/post/requestBody/content"));
  if (written === undefined || read === undefined) throw new Error("A body has no content.");
  return bodiesOf(writer, written).flatMap(({ sent, value }) => {
    const body = { sent, meant: value };
    if (whyMisread(writer, written, body, "request") !== undefined)
      throw new Error(`${sent.header} is misread by its writer.`);
    return whyMisread(reader, read, body, "request") ?? [];
  });
}

describe.each(pairs.map((pair, index) => [pair.name, pair, index] as const))("%s", (_, pair, index) => {
  it("breaks where a receiver misreads what was written, and nowhere else", async () => {
    const documents = [
      await loadPair(folder, `${index}-old`, pair.old),
      await loadPair(folder, `${index}-new`, pair.new),
    ] as const;
    const [old, next] = [editionOf(documents[0]), editionOf(documents[1])];
    const breaks = (from: Document, to: Document): boolean =>
      compareWire(from, to).some((change) => change.class === "breaking");
    expect({ forth: misread(old, next).length > 0, back: misread(next, old).length > 0 }).toEqual({
      forth: breaks(...documents),
      back: breaks(documents[1], documents[0]),
    });
  });
});
