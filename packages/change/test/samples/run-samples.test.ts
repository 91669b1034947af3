import { emitSources } from "@facsimile/codegen";
import { buildModel } from "@facsimile/document";
import { startMockServer } from "@facsimile/mock";
import { beforeAll, describe, expect, it } from "vitest";
import {
  compileSamples,
  type RunnableEdition,
  readSamples,
  runSamples,
  type Sample,
  sampleFindings,
} from "../../src/index.js";
import { type Content, load, object, ref, text, whole } from "../types/editions.js";
import { runtime } from "../types/sendauth.js";

interface Edition extends RunnableEdition {
  readonly samples: readonly Sample[];
}

/** An edition as it is generated, with the programs of its README. */
async function editionOf(content: Content): Promise<Edition> {
  const document = await load(content);
  const { api } = buildModel(document);
  if (api === undefined) throw new Error("There is no package of the document.");
  const files = await emitSources(api, document, "@parcel/post");
  const sources = { files, runtime };
  return { sources, samples: readSamples(readmeOf({ sources }), "README.md"), serve: () => startMockServer(document) };
}

function readmeOf({ sources }: Pick<Edition, "sources">): string {
  return sources.files.find(({ path }) => path === "README.md")?.text ?? "";
}

const size: Content = { name: "size", in: "query", required: true, schema: { ...whole, example: 80 } };
const cursor: Content = { name: "after", in: "query", schema: text };

/** A list behind a token and a version header, page by page, and an order, below a server without a host. */
function post(list: readonly Content[], weight: number | null = 5): Content {
  const page = object({ data: { type: "array", items: ref("Parcel") }, next: text }, ["data"]);
  const answer = (schema: Content, description: string): Content => ({
    description,
    content: { "application/json": { schema } },
  });
  const parcel = {
    ...object({ id: text, weight: { type: ["integer", "null"] } }, ["id"]),
    example: { id: "p", weight },
  };
  const version = { name: "Post-Version", in: "header", required: true, schema: { ...text, enum: ["2.1", "2.2"] } };
  const order = { required: true, content: { "application/json": { schema: object({ to: text }) } } };
  const responses = { "201": answer(ref("Parcel"), "Sent."), default: answer(object({ errors: {} }), "Wrong.") };
  return {
    servers: [{ url: "/v2" }],
    security: [{ token: [] }],
    paths: {
      "/parcels": {
        parameters: [version],
        get: { operationId: "listParcels", parameters: list, responses: { "200": answer(page, "A page.") } },
        post: { operationId: "sendParcel", requestBody: order, responses },
      },
    },
    components: { schemas: { Parcel: parcel }, securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

/** Other work of the machine is no fault of a program. */
const patient = { timeLimit: 60_000 } as const;

let old: Edition;
beforeAll(async () => {
  old = await editionOf(post([size, cursor]));
});

const messagesOf = async (next: Edition, samples: readonly Sample[] = old.samples): Promise<readonly string[]> =>
  sampleFindings((await runSamples(old, next, samples, patient)).failures).map(({ message }) => message);

/** A program that has a client before its own lines, of which the first is the fourth. */
function program(name: string, ...lines: readonly string[]): Sample {
  const start = [
    'import { createShop } from "@parcel/post";',
    "const shop = createShop({ baseUrl, credentials: { token } });",
    'const version = { "Post-Version": "2.1" } as const;',
  ];
  return { name, text: [...start, ...lines].join("\n") };
}

describe("the programs of an old README", () => {
  it("run with the edition that they were written for", async () => {
    expect(old.samples.length).toBeGreaterThan(3);
    expect(await runSamples(old, old, old.samples, patient)).toEqual({ ran: old.samples, failures: [], notRun: [] });
  });

  it("break where the new edition asks for one more required parameter", async () => {
    const depot = { name: "depot", in: "query", required: true, schema: text };
    const next = await editionOf(post([size, cursor, depot]));
    const { failures, notRun } = await runSamples(old, next, old.samples, patient);
    const [finding] = sampleFindings(failures);
    expect(finding).toMatchObject({ kind: "sample-failed", class: "breaking", old: { file: "README.md, sample 1" } });
    expect(finding?.message).toMatch(
      /^README\.md, sample 1 no longer compiles \(line \d+\): Property 'depot' is missing /,
    );
    const line = readmeOf(old).split("\n")[(finding?.old?.line ?? 0) - 1];
    expect(line).toContain("await shop.listParcels(");
    expect(notRun).toEqual([]);
  });

  it("break where another generator has the package ask for what is not there", async () => {
    const files = old.sources.files.map(({ path, text }) => ({ path, text: text.replace('"/parcels"', '"/letters"') }));
    const [message] = await messagesOf({ ...old, sources: { ...old.sources, files } }, old.samples.slice(0, 1));
    expect(message).toMatch(/ no longer runs \(line 20\): it sends what is refused: GET \/v2\/letters\?size=80, 404: /);
  });

  it("break where they still compile, and what they send is refused", async () => {
    const next = await editionOf(post([{ ...size, schema: { ...whole, maximum: 50 } }, cursor]));
    expect((await compileSamples(old.sources, next.sources, old.samples)).failures).toEqual([]);
    expect(await messagesOf(next, old.samples.slice(0, 1))).toContainEqual(
      expect.stringMatching(/it sends what is refused: GET \/v2\/parcels\?size=80, 422: query\.size: .*<= 50/),
    );
  });
});

describe("a program that was written for the old edition", () => {
  const send = 'const { data } = await shop.sendParcel({ header: version, body: { to: "Oslo" } });';

  it("breaks at the line where it throws, or with the exit code that it ends with", async () => {
    const next = await editionOf(post([size, cursor], null));
    const samples = [
      program("throws.ts", send, "", "console.log(data!.weight!.toFixed());"),
      program("exits.ts", send, "if (data?.weight === null) process.exit(3);"),
      program("goes-on.ts", send, "console.log(data);"),
    ];
    const { failures, ran } = await runSamples(old, next, samples, patient);
    expect(failures.map(({ sample, line, column, message }) => [sample.name, line, column, message])).toEqual([
      ["throws.ts", 6, 27, "TypeError: Cannot read properties of null (reading 'toFixed')"],
      ["exits.ts", 1, 1, "it ends with exit code 3"],
    ]);
    expect(ran.map(({ name }) => name)).toEqual(["goes-on.ts"]);
  });

  it("is only compiled where it needs more than a base URL and a credential, or shows nothing", async () => {
    const samples: readonly Sample[] = [
      program("file.ts", 'import { readFileSync } from "node:fs";', 'readFileSync("parcel.json");'),
      program("reader.ts", "await shop.sendParcel({ header: version, body: parcel });"),
      program("browser.ts", "const title = document.title;"),
      program("broken.ts", "shop.sendLetter();"),
      { name: "next.ts", text: "console.log(title);" },
      program("waits.ts", "setInterval(() => {}, 1000);"),
      program("fails.ts", 'throw new Error("always");'),
      program("elsewhere.ts", 'process.getBuiltinModule("node:net").connect(80, "192.0.2.1");'),
      program("writes.ts", 'process.getBuiltinModule("node:fs").writeFileSync("note.txt", "");'),
    ];
    const { ran, failures, notRun } = await runSamples(old, old, samples, { timeLimit: 5000 });
    expect([ran, failures]).toEqual([[], []]);
    expect(notRun.map(({ sample, reason }) => `${sample.name}: ${reason}`)).toEqual([
      "file.ts: it needs `node:fs`",
      "reader.ts: it leaves `parcel` to the reader",
      "browser.ts: it needs `document`, which is a browser's",
      "broken.ts: the old edition does not compile it: Property 'sendLetter' does not exist on type 'Shop'",
      "next.ts: it goes on from browser.ts, which is not run",
      "waits.ts: it does not run with the old edition either: it has not ended within 5 s",
      "fails.ts: it does not run with the old edition either: Error: always",
      "elsewhere.ts: it does not run with the old edition either: Error: it goes to 192.0.2.1:80, and not to the server that it is given",
      "writes.ts: it does not run with the old edition either: Error: Access to this API has been restricted",
    ]);
  });
});
