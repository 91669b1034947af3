import { expect, test } from "vitest";
import { diagnose, load } from "../../test/documents.js";
import { buildModel as build } from "./build.js";

/** A document with servers that have URLs. */
const withServers = (...urls: readonly string[]): string => `openapi: 3.1.0
info: { title: Users, version: 1.0.0 }
servers: ${JSON.stringify(urls.map((url) => ({ url })))}
paths: {}
`;

async function urlsOf(...urls: readonly string[]): Promise<readonly string[] | undefined> {
  const { document } = await load(withServers(...urls));
  return document && build(document).api?.servers.map(({ url }) => url);
}

test.each([
  ["https://a.example/v1?tenant=1", "https://a.example/v1"],
  ["https://a.example/v1#top", "https://a.example/v1"],
  ["https://ann:secret@a.example/v1", "https://a.example/v1"],
  ["https://{user}:{password}@a.example/v1?q#f", "https://a.example/v1"],
  ["/v1?tenant=1", "/v1"],
])("what is never sent to %s is left out, and said without its secrets", async (url, expected) => {
  expect(await urlsOf(url)).toEqual([expected]);
  const said = await diagnose(withServers(url));
  expect(said).toMatchObject([{ code: "server-url", pointer: "/servers/0/url" }]);
  expect(JSON.stringify(said)).not.toContain("secret");
});

test.each(["https://a.example/@ann/v1", "{base}/v1", "https://{a?b}.example", "//a.example", "", "HTTP://a.example"])(
  "%s stays as it is",
  async (url) => {
    expect(await urlsOf(url)).toEqual([url]);
    expect((await diagnose(withServers(url))).map(({ code }) => code)).not.toContain("server-url");
  },
);

test("a server of another protocol is left out, so that a client goes to the next one", async () => {
  expect(await urlsOf("wss://a.example", "https://a.example")).toEqual(["https://a.example"]);
  expect(await diagnose(withServers("wss://a.example"))).toMatchObject([
    { code: "server-invalid", message: "Server 1 is left out: requests are sent by http or https, and not by wss." },
  ]);
});
