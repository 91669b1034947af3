import { describe, expect, it } from "vitest";
import { asJson } from "../testing/answer.js";
import { call, contentOf, rejection } from "../testing/api.js";
import { serve } from "../testing/serve.js";
import { unwrap } from "../unwrap.js";

const responses = { 400: { content: contentOf("application/json", "text/plain", "application/pdf") } };

/** What is behind the URL in the message of the error that `unwrap` throws. */
async function said(body: string, headers: Record<string, string> = asJson, status = 400): Promise<string> {
  const { url } = await serve((_, response) => response.writeHead(status, headers).end(body));
  const { message } = await rejection(unwrap(call(url, { responses })));
  const [before, after = ""] = message.split(`${url}/thing`);
  expect(before).toBe(`getThing was answered with ${status}: GET `);
  return after;
}

describe("the message of an ApiError has what the API says", () => {
  it.each<[string, unknown]>([
    ["a problem's detail", { type: "about:blank", title: "Bad Request", status: 400, detail: "no such user" }],
    ["a problem's title", { title: "no such user", status: 400 }],
    ["a message", { code: 17, message: "no such user" }],
    ["a Message", { Message: "no such user" }],
    ["an error", { error: "no such user" }],
    ["an error's message", { error: { code: 17, message: "no such user" } }],
    ["an OAuth error's description", { error: "invalid_request", error_description: "no such user" }],
    ["the first of errors", { errors: [{ message: "no such user" }, { message: "nor another" }] }],
    ["the first of errors that are texts", { errors: ["no such user", "nor another"] }],
    ["the first of errors in JSON:API", { errors: [{ status: "400", title: "Bad", detail: "no such user" }] }],
    ["the first of details", { detail: [{ loc: ["query", "q"], msg: "no such user", type: "missing" }] }],
    ["errors of errors", { message: "", error: { errors: [{ message: "no such user" }] } }],
    ["a text", "no such user"],
    ["a list", [{ message: "no such user" }]],
  ])("as %s", async (_, body) => {
    expect(await said(JSON.stringify(body))).toBe(": no such user");
    expect(await said(JSON.stringify(body), asJson, 499)).toBe(": no such user");
  });

  it("as the first line of a text, stated or not", async () => {
    expect(await said("\n  no such user\n  at line 7", { "content-type": "text/plain" })).toBe(": no such user");
    expect(await said("no such user", { "content-type": "text/plain" }, 502)).toBe(": no such user");
  });

  it("without credentials, in one line of what can be printed, at most 300 characters of it", async () => {
    const turned = "\u202Eno\r\n[31msuch\u0000\u2028\u{E0041}\ud800 user";
    expect(await said(JSON.stringify({ message: turned }))).toBe(": no [31msuch user");
    expect(await said(JSON.stringify({ message: "a".repeat(301) }))).toBe(`: ${"a".repeat(300)}`);
    expect(await said(JSON.stringify({ message: `${"a".repeat(299)}\u{1F600}` }))).toBe(`: ${"a".repeat(299)}`);
  });

  it.each<[string, string, string]>([
    ["nothing", "", "application/json"],
    ["numbers", '{ "message": 5, "error": true, "errors": [] }', "application/json"],
    ["what every object has", '{ "constructor": "x", "a": { "message": "x" } }', "application/json"],
    ["what lies deeper", '{ "error": { "error": { "error": { "error": { "message": "x" } } } } }', "application/json"],
    ["markup", "  <html><title>no such user</title>", "text/plain"],
    ["bytes", "no such user", "application/pdf"],
  ])("but not %s", async (_, body, type) => {
    expect(await said(body, { "content-type": type })).toBe("");
  });
});
