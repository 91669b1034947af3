import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { answering, closeAll, mockOfTea, startProxy } from "./run-proxy.js";

afterEach(closeAll);

const key = { "X-Key": "canary-of-the-key" };
const tea = JSON.stringify({ name: "oolong", grams: 5 });
const json = { "Content-Type": "application/json" };

describe("a proxy tells what differs from the document", () => {
  it.each<[string, string, RequestInit, string]>([
    ["a value that does not fit", "/teas?page=12", {}, "request: query parameter page: must be <= 9 (maximum)"],
    ["a value of another type", "/teas?page=two", {}, "request: query parameter page: must be integer (type)"],
    [
      "a list in another style",
      "/teas?kinds=green&kinds=black",
      {},
      "request: query parameter kinds: it is given 2 times, and is not in the style form",
    ],
    ["an item of a list", "/teas?kinds=green,red", {}, 'must be equal to one of the allowed values: ["green","black"]'],
    ["an unknown parameter", "/teas?pages=2", {}, "request: query parameter pages: the document does not declare it"],
    ["a broken escape", "/teas/%zz", {}, "request: path parameter name: it is not percent-encoded"],
    ["an unknown path", "/cups", {}, "request: the document has no such path"],
    ["an unknown method", "/teas/oolong", { method: "DELETE" }, "the document has no such method for /teas/{name}"],
    [
      "a missing header",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: json },
      "header parameter X-Trace: it is re",
    ],
    [
      "a header that does not fit",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: { ...json, "X-Trace": "xyz" } },
      'header parameter X-Trace: must match pattern "^[a-f]+$" (pattern)',
    ],
    [
      "a body that does not fit",
      "/teas/oolong",
      { method: "PUT", body: '{"name":"o","grams":1}', headers: { ...json, "X-Trace": "a" } },
      "request: body/name: must NOT have fewer than 2 characters (minLength)",
    ],
    [
      "a body that is no JSON",
      "/teas/oolong",
      { method: "PUT", body: '{"name":', headers: { ...json, "X-Trace": "a" } },
      "request: body: it is no JSON",
    ],
    [
      "a body of another type",
      "/teas/oolong",
      { method: "PUT", body: tea, headers: { "Content-Type": "text/plain", "X-Trace": "a" } },
      "request: header Content-Type: the operation takes application/json, got text/plain",
    ],
    [
      "a missing body",
      "/teas/oolong",
      { method: "PUT", headers: { "X-Trace": "a" } },
      "request: body: it is required and missing",
    ],
  ])("names %s", async (_what, target, request, finding) => {
    const running = await startProxy(await answering(204, {}, ""));
    await fetch(`${running.url}${target}`, { ...request, headers: { ...key, ...request.headers } });
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain(finding);
  });

  it.each<[string, string, Record<string, string>, string | undefined]>([
    [
      "none",
      "/teas/a",
      {},
      "there is none; the operation needs key (header X-Key), or basic (header Authorization) and",
    ],
    [
      "one of two",
      "/teas/a",
      { Authorization: `Basic ${btoa("a:b")}` },
      "credential: there is only basic; the operation",
    ],
    ["both", "/teas/a?visitor=v", { Authorization: `Basic ${btoa("a:b")}` }, undefined],
    ["the other alternative", "/teas/a", { Authorization: "Bearer abc" }, undefined],
    ["no user and password", "/teas/a", { ...key, Authorization: "Basic abc" }, "it is no user and password in base64"],
    [
      "another scheme",
      "/teas/a",
      { Authorization: "Digest abc" },
      "Authorization has none of a scheme that is asked for",
    ],
    ["in another place", "/teas/a?X-Key=k", {}, "the credential key is not for the query of this operation"],
    ["one that is not asked for", "/teas", { ...key, Authorization: "Bearer abc" }, "the operation does not ask for a"],
  ])("holds credentials against the operation: %s", async (_what, target, headers, finding) => {
    const running = await startProxy(await mockOfTea());
    await fetch(`${running.url}${target}`, { headers });
    const { code, stdout } = await running.stop();
    if (finding === undefined) expect([code, stdout]).toEqual([0, expect.stringContaining("✓ GET")]);
    else expect([code, stdout]).toEqual([1, expect.stringContaining(finding)]);
  });

  it.each<[string, number, Record<string, string>, string | Buffer, string]>([
    [
      "an undeclared property",
      200,
      json,
      '{"name":"oo","grams":1,"cup":1}',
      'must NOT have unevaluated properties: "cup"',
    ],
    ["a missing property", 200, json, '{"name":"oo"}', "body: must have required property 'grams' (required)"],
    ["what is no JSON", 200, json, "<html>", "answer: body: it is no JSON"],
    ["another content type", 200, { "Content-Type": "text/html" }, "x", 'content type: expected ["application/json"]'],
    ["an undocumented status", 302, { Location: "/" }, "", "answer: status 302: the document has no such response"],
    [
      "what is packed and does not fit",
      200,
      { ...json, "Content-Encoding": "gzip" },
      gzipSync('{"name":"oolong"}'),
      "body: must have required property 'grams' (required)",
    ],
    ["what is not packed as it says", 200, { ...json, "Content-Encoding": "gzip" }, tea, "not in its Content-Encoding"],
  ])("names %s in an answer", async (_what, status, headers, body, finding) => {
    const running = await startProxy(await answering(status, headers, body));
    // Fetch gives up where an answer is not packed as it says.
    await fetch(`${running.url}/teas/oolong`, { headers: key, redirect: "manual" })
      .then((answer) => answer.text())
      .catch(() => {});
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain(finding);
  });
});
