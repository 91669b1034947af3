import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { deriveCases } from "../../contract/src/cases/derive.js";
import { sendRaw } from "../../contract/src/run/send-raw.js";
import { teaDocument } from "../../contract/test/tea-package.js";
import { readDocument } from "../../mock/src/index.js";
import { close, listen } from "../../mock/src/wire/index.js";
import { createValidator } from "../../samples/src/index.js";
import { answering, closeAll, closeLater, mockOfTea, startProxy } from "./run-proxy.js";

afterEach(closeAll);

const json = { "Content-Type": "application/json" };

/** What is printed of one request that gets that answer. */
async function linesOf(
  target: string,
  request: RequestInit,
  answer: Parameters<typeof answering> = [200, json, "{}"],
): Promise<string> {
  const server = (await answering(...answer)).replace(/\/v2$/, "");
  const running = await startProxy(server, [], "cups.yaml");
  await fetch(`${running.url}${target}`, request);
  return (await running.stop()).stdout;
}

describe("a proxy reads parameters in their styles", () => {
  const cup = "/cups/a%2Fb/of/12.red.blue";

  it.each<[string, string, Record<string, string>?]>([
    ["several in one segment, and an encoded slash", cup],
    ["a deep object", `${cup}?filter[min]=1`],
    ["a deep object, encoded", `${cup}?filter%5Bmin%5D=1`],
    ["an exploded object", `${cup}?from=1&to=2`],
    ["one of several types", `${cup}?either=all`],
    ["another of several types", `${cup}?either=1&either=2`],
    ["a value that is JSON", `${cup}?wanted=%5B%22cup%22%5D`],
    ["a cookie", cup, { Cookie: "theme=dark; _other=1" }],
    ["a list in a header", cup, { "X-Sizes": "1, 2" }],
  ])("%s", async (_what, target, headers = {}) => {
    expect(await linesOf(target, { headers })).toMatch(/^✓ GET \S+ 200 {2}\(getCup\)$/m);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["a wrong item", "/cups/a%2Fb/of/12.red.green", {}, "path parameter color/1: must be equal to one of the allowed"],
    ["an encoded slash that is none", "/cups/a/b/of/12.red", {}, "the document has no such path"],
    ["a deep object without its brackets", `${cup}?filter=1`, {}, "query parameter filter: the document does not"],
    ["a property of a deep object", `${cup}?filter[max]=1`, {}, 'filter: must NOT have additional properties: "max"'],
    ["a property of an exploded object", `${cup}?from=x`, {}, "query parameter page/from: must be integer (type)"],
    ["none of several types", `${cup}?either=some`, {}, "query parameter either"],
    ["what is no JSON", `${cup}?wanted=cup`, {}, "query parameter wanted: it is no JSON"],
    ["what does not fit as JSON", `${cup}?wanted=[1]`, {}, "query parameter wanted/0: must be string (type)"],
    ["a cookie", cup, { Cookie: "theme=blue" }, "cookie parameter theme: must be equal to one of the allowed values"],
    ["an item in a header", cup, { "X-Sizes": "1, two" }, "header parameter X-Sizes/1: must be integer (type)"],
    ["an empty path parameter", "/cups//of/12.red", {}, "path parameter name: it is empty"],
    ["a value without its style", "/cups/set/of/12", {}, "path parameter size: it is not in the style matrix"],
  ])("and names %s", async (_what, target, headers, finding) => {
    expect(await linesOf(target, { headers })).toContain(finding);
  });

  it("prefers the path that is said to the one that is a template", async () => {
    expect(await linesOf("/cups/set/of/;size=12", {}, [200, {}, ""])).toMatch(/^✓ GET \S+ 200 {2}\(getSet\)$/m);
  });
});

describe("a proxy reads forms", () => {
  const session = { Cookie: "sid=s3ss10n" };
  const form = (fields: readonly [string, string][]): FormData => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };
  const good: [string, string][] = [
    ["size", "3"],
    ["colors", "red"],
    ["colors", "blue"],
    ["glaze", '{"matt":true}'],
  ];

  it.each<[string, NonNullable<RequestInit["body"]>]>([
    ["urlencoded", new URLSearchParams(good)],
    ["multipart", form(good)],
    ["one item of a list", new URLSearchParams("size=3&colors=red")],
    ["text of any kind", "a cup"],
  ])("that fit: %s", async (_what, body) => {
    const lines = await linesOf("/cups", { method: "POST", body, headers: session }, [204, {}, ""]);
    expect(lines).toMatch(/^✓ POST \S+ 204 {2}\(makeCup\)$/m);
  });

  it.each<[string, NonNullable<RequestInit["body"]>, string]>([
    ["a type", new URLSearchParams("size=big"), "body/size: must be integer (type)"],
    ["an item", form([...good, ["colors", "green"]]), "body/colors/2: must be equal to one of the allowed values"],
    ["what is missing", new URLSearchParams("colors=red"), "body: must have required property 'size' (required)"],
    ["JSON inside", new URLSearchParams('size=1&glaze={"matt":1}'), "body/glaze/matt: must be boolean (type)"],
  ])("and names %s", async (_what, body, finding) => {
    const lines = await linesOf("/cups", { method: "POST", body, headers: session }, [204, {}, ""]);
    expect(lines).toContain(finding);
  });

  it.each<[string, Record<string, string>, string]>([
    ["no credential", {}, "credential: there is none; the operation needs session (cookie sid), or machine"],
    ["an empty cookie", { Cookie: "sid=" }, "cookie sid (session): it is empty"],
    ["no token", { Authorization: "Bearer a b" }, "header Authorization (machine): it is no token"],
  ])("and names %s", async (_what, headers, finding) => {
    expect(await linesOf("/cups", { method: "POST", body: "a cup", headers }, [204, {}, ""])).toContain(finding);
  });
});

describe("a proxy looks for no body where there is none", () => {
  it.each<[string, Parameters<typeof answering>, string]>([
    ["HEAD", [200, { ...json, "X-Total": "2" }, ""], "✓ HEAD"],
    ["a header of HEAD", [200, { ...json, "X-Total": "two" }, ""], 'header X-Total: must be integer, got "two"'],
    ["the content type of HEAD", [200, { "Content-Type": "text/html", "X-Total": "2" }, ""], "answer: content type"],
  ])("%s", async (_what, answer, line) => {
    expect(await linesOf("/cups", { method: "HEAD" }, answer)).toContain(line);
  });

  it("304", async () => {
    const request = { method: "POST", body: "a cup", headers: { Cookie: "sid=s3ss10n" } };
    expect(await linesOf("/cups", request, [304, json, ""])).toContain("answer: content type: expected [], got");
    expect(await linesOf("/cups", request, [304, {}, ""])).toContain("✓ POST");
  });
});

it("passes a body that is too long to be kept, and does not hold it against the document", async () => {
  const megabyte = Buffer.alloc(1024 * 1024, " ");
  let received = 0;
  const server = createServer(async (request, response) => {
    for await (const chunk of request) received += chunk.length;
    response.writeHead(200, json);
    for (let count = 0; count < 17; count += 1) response.write(megabyte);
    response.end("no JSON");
  });
  const port = await listen(server, 0);
  closeLater(() => close(server));
  const running = await startProxy(`http://127.0.0.1:${port}`, [], "cups.yaml");
  const body = Buffer.concat(Array.from({ length: 17 }, () => megabyte));
  const request = { method: "POST", body, headers: { "Content-Type": "text/plain", Cookie: "sid=s3ss10n" } };
  const answer = await fetch(`${running.url}/cups`, request);
  expect((await answer.arrayBuffer()).byteLength).toBe(17 * megabyte.length + "no JSON".length);
  expect(received).toBe(body.length);
  const { stdout } = await running.stop();
  expect(stdout).toContain("the body of the request was not looked at: it is too long or not complete");
  expect(stdout).toContain("status 200: the document has no such response");
});

it("finds wrong with a request what the matrix has made wrong, and nothing else", { timeout: 60_000 }, async () => {
  const { api, document } = await readDocument(fileURLToPath(teaDocument));
  const { cases } = deriveCases(document.json, api, createValidator(document, api));
  const running = await startProxy(await mockOfTea());
  const sent = cases.flatMap((one) => (one.kind === "answer" || one.kind === "wire" ? [one] : []));
  for (const one of sent) await sendRaw(running.url, one.request, one.kind === "wire" ? one.distortion : undefined);
  const { stdout } = await running.stop();
  const exchanges = stdout.split(/^(?=[✓✗])/m).slice(1);
  expect(exchanges).toHaveLength(sent.length);
  const found = sent.map(({ name }, index) => [name, exchanges[index]?.includes("  request: ") === false] as const);
  expect(found).toEqual(sent.map(({ name, valid }) => [name, valid]));
});
