import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadObservedSpec, observeFile, type Verification, verify } from "../src/index.js";
import { fixture, type Language, shelfEvidence, shelfSpec } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

interface Call {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly answer: unknown;
}

/** The verification with a recording of one call to `GET /books`. */
async function withCall(
  language: Language,
  { query = "", headers = {}, status = 200, answer }: Call,
): Promise<Verification> {
  const pairs = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const request = { method: "GET", url: `https://shelf.example.com/v1/books${query}`, headers: pairs };
  const content = { mimeType: "application/json", text: JSON.stringify(answer) };
  const log = { version: "1.2", entries: [{ request, response: { status, headers: [], content } }] };
  const folder = await temporaryFolder({ "a.har": JSON.stringify({ log }) });
  const document = await loadObservedSpec(fixture("shelf/openapi.yaml"));
  const { facts } = await observeFile(join(folder, "a.har"), "a.har", document);
  return verify(await shelfSpec(), await shelfEvidence(language), [], facts);
}

/** The last words of the places whose names no page shows, and no recording either. */
function left({ findings }: Verification): readonly string[] {
  const alike = findings.filter(({ verdict }) => verdict === "spelled alike");
  return alike.map(({ says, pointer }) => says.match(/calls it (\S+) in/)?.[1] ?? pointer.split("/").at(-1) ?? "");
}

const book = { id: 1, title: "Tides", state: "lent", writtenOn: "2001-01-01" };

describe.each(["java", "go", "ruby"] as const)("names that %s pages spell otherwise", (language) => {
  it("are confirmed where a recording shows them, and only those", async () => {
    const before = left(await withCall(language, { answer: [] }));
    const after = left(
      await withCall(language, { query: "?pageSize=5", headers: { "x-trace-id": "t" }, answer: [book] }),
    );
    const shown = before.filter((name) => !after.includes(name));
    expect(shown.toSorted()).toEqual(["X-Trace-Id", "id", "pageSize", "state", "title", "writtenOn"]);
  });

  it("stay open where the call was refused, or the answer does not fit", async () => {
    const before = left(await withCall(language, { answer: [] }));
    const refused = { query: "?pageSize=5", status: 400, answer: {} };
    expect(left(await withCall(language, refused))).toEqual(before);
    expect(left(await withCall(language, { answer: [{ ...book, id: "one" }] }))).toEqual(before);
  });
});

describe("a value in the place of a path's parameter", () => {
  it("does not show its name", async () => {
    const [evidence, spec] = [await shelfEvidence("java"), await shelfSpec()];
    const alike = verify(spec, evidence, []).findings.find(({ verdict }) => verdict === "spelled alike");
    const { fact: { id } = { id: "" }, pointer = "" } = alike ?? {};
    const verdictAfter = (place: string): string | undefined => {
      const fact = { id: `observed/GET ~1books/${place}/pageSize`, page: "a.har", line: 1, value: "seen once" };
      const seen = { fact, answer: { verdict: "confirmed", pointer, supports: [pointer] } } as const;
      return verify(spec, evidence, [], [seen]).findings.find((one) => one.fact.id === id)?.verdict;
    };
    expect([verdictAfter("path"), verdictAfter("query")]).toEqual(["spelled alike", "confirmed"]);
  });
});
