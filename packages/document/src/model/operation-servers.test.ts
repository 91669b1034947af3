import { describe, expect, test } from "vitest";
import { build } from "../../test/documents.js";
import { operationServers } from "./operation-servers.js";

const answers = "responses: { 200: { description: All. } }";

/** A document whose operations `a`, `b`, … have these lists of servers, as YAML. */
function documentOf(root: string | undefined, ...own: readonly (string | undefined)[]): string {
  const operations = own.map((servers, index) => {
    const id = String.fromCharCode(97 + index);
    return `  /${id}: { get: { operationId: ${id}, ${servers === undefined ? "" : `servers: ${servers}, `}${answers} } }`;
  });
  const head = `openapi: "3.1.0"\ninfo: { title: T, version: "1" }\n`;
  return `${head}${root === undefined ? "" : `servers: ${root}\n`}paths:\n${operations.join("\n")}\n`;
}

const url = (text: string): string => `[{ url: ${JSON.stringify(text)} }]`;
const variables = (more: string): string =>
  `[{ url: "https://{h}.example/v1", variables: { h: { default: a${more} } } }]`;

describe("servers of an operation that are the document's in other words", () => {
  test.each([
    ["https://api.example/v1", url("https://api.example/v1")],
    ["https://api.example/v1", url("https://api.example/v1/")],
    ["https://api.example/v1", url("HTTPS://API.example:443/v1")],
    ["http://api.example", url("http://api.example:80/")],
    ["https://api.example/v1", url("https://api.example/v2/../v1/.")],
    ["https://api.example/v1", url("/v1")],
    ["https://api.example/v1", url("//api.example/v1")],
    ["https://api.example/v1", url("")],
    ["https://api.example/v1", url(".")],
    ["/", url("")],
    ["https://api.example", "[]"],
  ])("are none: %s, %s", async (root, own) => {
    expect((await build(documentOf(url(root), own))).operations[0]?.servers).toEqual([]);
  });

  test("are none where the document names none, which is its own place", async () => {
    expect((await build(documentOf(undefined, url("/")))).operations[0]?.servers).toEqual([]);
  });

  test("may name the others in any order, but not the first", async () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => `{ url: "https://${name}.example" }`);
    const api = await build(
      documentOf(`[${a}, ${b}, ${c}]`, `[${a}, ${c}, ${b}, ${c}]`, `[${b}, ${a}, ${c}]`, `[${a}]`),
    );
    expect(api.operations.map(({ servers }) => servers.length)).toEqual([0, 3, 1]);
  });

  test("have the same variables, whatever is said about them", async () => {
    const root = variables(", enum: [a, b]");
    const same = variables(", enum: [b, a], description: One of them.");
    const api = await build(
      documentOf(root, same, variables(", enum: [a]"), variables(", enum: [a, b], x-required: true")),
    );
    expect(api.operations.map(({ servers }) => servers.length)).toEqual([0, 1, 1]);
  });

  test.each([
    "https://API.example/V1",
    "https://api.example/v1/x",
    "http://api.example/v1",
    "https://api.example:444/v1",
  ])("are others: %s", async (other) => {
    expect((await build(documentOf(url("https://api.example/v1"), url(other)))).operations[0]?.servers).toHaveLength(1);
  });
});

describe("where operations go", () => {
  const placesOf = async (document: string): Promise<unknown> => {
    const { base, others, own } = operationServers(await build(document));
    return {
      base: base?.url,
      others: others.map((server) => server.url),
      own: [...own].map(([operation, server]) => `${operation.id} ${server.url}`),
    };
  };

  test("is the first of their own servers, each place once", async () => {
    const [up, upToo] = ["https://up.example", "https://UP.example/"];
    const list = `[{ url: "${upToo}" }, { url: "https://api.example" }]`;
    expect(await placesOf(documentOf(url("https://api.example"), undefined, url(up), list))).toEqual({
      base: "https://api.example",
      others: [up],
      own: [`b ${up}`, `c ${up}`],
    });
  });

  test("is the base where the first of their servers is the document's", async () => {
    const list = `[{ url: "https://api.example/" }, { url: "https://b.example" }]`;
    expect(await placesOf(documentOf(url("https://api.example"), list))).toMatchObject({ others: [], own: [] });
  });

  test("is the base of a client where the document names no host, and every operation one", async () => {
    const [a, b] = ["https://a.example", "https://b.example"];
    expect(await placesOf(documentOf(undefined, url(a), url(b), url(`${a}/`)))).toEqual({
      base: a,
      others: [b],
      own: [`b ${b}`],
    });
    expect(await placesOf(documentOf(undefined, url(a), undefined))).toEqual({
      base: undefined,
      others: [a],
      own: [`a ${a}`],
    });
    expect(await placesOf(documentOf(url("/v1"), url(a), url("/v1")))).toMatchObject({ base: "/v1", others: [a] });
    expect(await placesOf(documentOf(url("https://c.example"), url(a)))).toMatchObject({ base: "https://c.example" });
  });
});
