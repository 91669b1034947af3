import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildPackage } from "../../contract/test/tea-package.js";
import {
  draftSpec,
  type HandFolder,
  loadByHand,
  newFactsFile,
  printEvidence,
  readByHand,
  verifyFolder,
} from "../../evidence/src/index.js";
import { checkerOf } from "../../samples/src/schema/validator.js";
import { facsimile } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

async function loadExample(): Promise<HandFolder & { readonly file: NonNullable<HandFolder["file"]> }> {
  const folder = await loadByHand("facts", examples);
  if (folder?.file === undefined) throw new Error("examples/facts has no facts.yaml.");
  return { ...folder, file: folder.file };
}

describe("the example of facts by hand", () => {
  it("has the evidence that its pages give today, and no line that no passage holds", async () => {
    const { file, pages, name, problems, others } = await loadExample();
    const { evidence, coverage, problems: found } = readByHand("tidebook", name, file, pages);
    expect([...problems, ...found, ...others]).toEqual([]);
    expect(coverage.flatMap(({ page, open }) => open.map((range) => ({ page, ...range })))).toEqual([]);
    expect(evidence && printEvidence(evidence)).toBe(await readFile(`${examples}/facts/evidence.json`, "utf8"));
  });

  it("proves its document", async () => {
    const { verification } = await verifyFolder("facts", examples);
    const open = verification.findings.filter(({ verdict }) => verdict !== "confirmed");
    expect(open.map(({ fact, says }) => `${fact.id}: ${says}`)).toEqual([]);
    expect(verification.unsourced.map(({ claim }) => claim.key)).toEqual([]);
    expect(verification.passed).toBe(true);
  });

  it("leaves no question about names to its draft: they are those on the wire", async () => {
    const { file, pages, name } = await loadExample();
    const { evidence } = readByHand("tidebook", name, file, pages);
    expect(evidence && draftSpec(evidence)).not.toContain("SDK");
  });

  it("follows the schema that is published for facts.yaml", async () => {
    const file = new URL("../../evidence/facts.schema.json", import.meta.url);
    const schema: JsonObject = JSON.parse(await readFile(file, "utf8"));
    const check = checkerOf({ request: () => schema, response: () => schema });
    const errors = (yaml: string): readonly string[] => check("", "request", parse(yaml)).map(({ keyword }) => keyword);
    const text = await readFile(`${examples}/facts/facts.yaml`, "utf8");
    expect([errors(text), errors(newFactsFile("pages"))]).toEqual([[], []]);
    expect(errors(text.replace("format: 1", ""))).toContain("required");
    expect(errors(text.replace(/mark: .*/, "mark: none"))).toContain("pattern");
    expect(errors(text.replace("security: all", "securities: all"))).toContain("propertyNames");
  });

  it("makes a package that compiles and keeps its contract", { timeout: 120_000 }, async () => {
    const document = `${examples}/facts/openapi.yaml`;
    const built = await buildPackage(pathToFileURL(document), "tidebook");
    const { io, written } = openTerminal();
    const code = await facsimile("contract", [document, "--package", fileURLToPath(built.folder)], io);
    await built.remove();
    expect(written.stdout).toMatch(/^10 operations, \d+ cases, \d+ passed, 0 failed$/m);
    expect(code).toBe(0);
  });
});

/** Changes that somebody could make of a page. */
const edits: readonly (readonly [page: string, from: string, to: string])[] = [
  ["overview.md", "api.tidebook.example", "api2.tidebook.example"],
  ["overview.md", "`X-Tidebook-Key`", "`X-Key`"],
  ["overview.md", "with each call", "with most calls"],
  ["overview.md", "from 1 to 100", "from 1 to 1000"],
  ["overview.md", "100; 20 if", "100; 50 if"],
  ["overview.md", ", `busy` |", " |"],
  ["overview.md", "with 429 where", "with 503 where"],
  ["overview.md", "`Retry-After`", "`RateLimit-Reset`"],
  ["overview.md", "`application/json`", "`application/xml`"],
  ["overview.md", "## Errors\n", "## Errors\n\nA call may fail with 500 too.\n"],
  ["overview.md", "## Lists", "## Pages"],
  ["stations.md", "`GET /stations`", "`GET /harbours`"],
  ["stations.md", "`POST /stations`", "`PUT /stations`"],
  ["stations.md", "`south` or `west` | no |", "`south` | no |"],
  ["stations.md", "| `latitude` | number | no |", "| `latitude` | number | yes |"],
  ["stations.md", "| `since` | date | since when it has measured |\n", ""],
  ["stations.md", "| `limit` | whole", "| `lim\u200bit` | whole"],
  ["stations.md", "| `day` | date |", "| ~~`day`~~ | date |"],
  ["stations.md", "`metres` if you", "`feet` if you"],
  [
    "stations.md",
    "Removes the station `stationId`, which is text. Answers 204",
    "Removes the station `stationId`, which is text. Answers 200",
  ],
  ["stations.md", "### A tide\n", "### A tide\n\n| `range` | number | above the tide before |\n"],
  ["stations.md", "## Tides of a station", "## Add a ship\n\n`POST /ships`\n\n## Tides of a station"],
  ["bookings.html", "<pre>PATCH", "<pre>PUT"],
  ["bookings.html", "a whole number. Answers 204", "text. Answers 204"],
  ["bookings.html", "<tr><td>note<td>text<td>no<td>for the harbour master\n", ""],
  ["bookings.html", "<td>ship<td>text<td>yes", "<td><del>ship</del><td>text<td>yes"],
  ["bookings.html", "text or null<td>", "text<td>"],
  ["bookings.html", "<code>kept</code> or", "<code>confirmed</code> or"],
  ["bookings.html", "409 where the berths are taken.\n\n<h2>Get", "423 where the berths are taken.\n\n<h2>Get"],
  ["bookings.html", "<h2>Cancel a booking</h2>", "<!-- <h2>Cancel a booking</h2>"],
  ["bookings.html", "</table>\n\n<h2>Change", "<tr><td>pier<td>text<td>where it is\n</table>\n\n<h2>Change"],
];

/** Changes of which no word of a page is another one afterwards. */
const sameWords: readonly (readonly [page: string, from: string, to: string])[] = [
  [
    "overview.md",
    "Tidebook knows when the water rises at a harbour, and",
    "Tidebook knows when the water\nrises at a harbour, and",
  ],
  ["bookings.html", "<p>A booking", '<p class="first">A   booking'],
  ["bookings.html", "<td>text<td>yes<td>the name", "</td><td>text</td><td>yes</td><td>the name"],
  ["stations.md", "# Stations\n", "# Stations\n\n"],
];

async function readEdited([page, from, to]: (typeof edits)[number]): Promise<{ problems: number; open: number }> {
  const { file, pages, name } = await loadExample();
  const changed = pages.map((source) => {
    if (source.file !== page) return source;
    expect(source.text).toContain(from);
    return { ...source, text: source.text.replace(from, to) };
  });
  const { problems, coverage } = readByHand("tidebook", name, file, changed);
  return { problems: problems.length, open: coverage.reduce((sum, { open }) => sum + open.length, 0) };
}

it.each(edits)("an edit of a page is noticed: %s, %j becomes %j", async (...edit) => {
  const { problems, open } = await readEdited(edit);
  expect(problems + open).toBeGreaterThan(0);
});

it.each(sameWords)("other white space and tags are no change: %s, %j becomes %j", async (...edit) => {
  expect(await readEdited(edit)).toEqual({ problems: 0, open: 0 });
});
