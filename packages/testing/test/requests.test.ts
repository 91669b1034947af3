import { describe, expect, it } from "vitest";
import { type MockFetch, mockFetch } from "../src/index.js";
import { said } from "./said.js";

const desk = (): Promise<MockFetch> => mockFetch(new URL("desk.yaml", import.meta.url));

async function send({ fetch }: MockFetch, rest: string, init: RequestInit = {}): Promise<Response> {
  return (await fetch(`http://localhost/v1${rest}`, init as never)) as Response;
}

const path = "/tickets;size=3/of.red,a%2Cb";
const cookie = "theme=dark; sid=a+b";

describe("the parameters of a request", () => {
  const list = async (rest: string, headers: Record<string, string> = { cookie }): Promise<Response> => {
    const api = await desk();
    api.on("listTickets").reply(204);
    return send(api, rest, { headers });
  };

  it.each<[string, string, Record<string, string>?]>([
    ["in their styles in a path, and in a cookie", path],
    ["in a deep object, with what is below", `${path}?filter[state]=open&filter[at][from]=1&filter[tags]=1`],
    ["in a list of a deep object", `${path}?filter%5Btags%5D=1&filter%5Btags%5D=2`],
    ["in a numbered list of a deep object", `${path}?filter[tags][0]=1&filter[tags][1]=2`],
    ["in an object that is spread", `${path}?low=1&high=2`],
    ["as JSON", `${path}?wanted=${encodeURIComponent('["a"]')}`],
    ["in a list of a header", path, { cookie, "x-sizes": "1, 2" }],
  ])("are taken %s", async (_, rest, headers) => {
    expect((await list(rest, headers)).status).toBe(204);
  });

  it.each<[string, string, Record<string, string>, string]>([
    [
      "a text without its style",
      path.replace(";size=", ""),
      { cookie },
      "path parameter size: it is not in the style matrix",
    ],
    ["an item of a path", path.replace("red", "green"), { cookie }, "path parameter team/0: must be equal to one of"],
    ["a cookie that is missing", path, {}, "cookie parameter sid: it is required and missing"],
    ["a cookie", path, { cookie: "sid=1" }, 'cookie parameter sid: must match pattern "^[a-z+]+$"'],
    [
      "a member of a deep object",
      `${path}?filter[state]=new`,
      { cookie },
      "query parameter filter/state: must be equal to",
    ],
    ["what is below it", `${path}?filter[at][from]=x`, { cookie }, "query parameter filter/at/from: must be integer"],
    ["an item of its list", `${path}?filter[tags]=1&filter[tags]=x`, { cookie }, "filter/tags/1: must be integer"],
    [
      "a member that there is not",
      `${path}?filter[stat]=open`,
      { cookie },
      'filter: must NOT have additional properties: "stat"',
    ],
    ["a member of a spread object", `${path}?low=x`, { cookie }, "query parameter range/low: must be integer"],
    ["a name that no object has", `${path}?lo=1`, { cookie }, "query parameter lo: the document does not declare it"],
    ["what is no JSON", `${path}?wanted=a`, { cookie }, "query parameter wanted: it is no JSON"],
    ["an item of a header", path, { cookie, "x-sizes": "1, two" }, "header parameter X-Sizes/1: must be integer"],
  ])("are refused where %s is wrong", async (_, rest, headers, message) => {
    expect(await said(list(rest, headers))).toContain(message);
  });

  it("are shown decoded", async () => {
    const api = await desk();
    api.on("listTickets").reply(204);
    await send(api, path, { headers: { cookie } });
    expect(api.calls()[0]?.path).toEqual({ size: ";size=3", team: "red,a,b" });
  });
});

describe("the body of a request", () => {
  const add = async (body: RequestInit["body"], type?: string): Promise<MockFetch> => {
    const api = await desk();
    api.on("addTicket").reply(201, "");
    await send(api, "/tickets", {
      method: "POST",
      body: body ?? null,
      ...(type && { headers: { "content-type": type } }),
    });
    return api;
  };
  const fields = { title: "a", secret: "s", urgent: "true", places: "1,2", "where[desk]": "3" };
  const form = (members: Record<string, string | Blob>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(members)) data.append(name, value);
    return data;
  };

  it.each<[string, RequestInit["body"], string?]>([
    ["a form, by the encodings of the document", new URLSearchParams(fields)],
    [
      "a form with objects in a list",
      new URLSearchParams([...Object.entries(fields), ["notes", '{"desk":1}'], ["notes", '{"desk":2}']]),
    ],
    ["a form with a file", form({ title: "a", file: new Blob(["bytes"]), more: '{"desk":1}' })],
    ["what a range takes", new Blob(["bytes"], { type: "image/png" })],
    ["JSON", JSON.stringify({ title: "a", secret: "s" }), "application/json; charset=utf-8"],
  ])("may be %s", async (_, body, type) => {
    expect((await add(body, type)).calls("addTicket")).toHaveLength(1);
  });

  it.each<[string, RequestInit["body"], string | undefined, string]>([
    ["a field of a form", new URLSearchParams({ ...fields, urgent: "yes" }), undefined, "/urgent must be boolean"],
    ["a field that is missing", new URLSearchParams({ title: "a" }), undefined, "must have required property 'secret'"],
    ["an item in a style", new URLSearchParams({ ...fields, places: "1,x" }), undefined, "/places/1 must be integer"],
    [
      "a member of a deep object",
      new URLSearchParams({ ...fields, "where[desk]": "x" }),
      undefined,
      "/where/desk must be integer",
    ],
    [
      "an object that is JSON",
      new URLSearchParams({ ...fields, notes: '{"desk":"x"}' }),
      undefined,
      "/notes/0/desk must be integer",
    ],
    ["a part", form({ title: "abcdef", file: new Blob([]) }), undefined, "/title must NOT have more than 5 characters"],
    ["a part that is missing", form({ title: "a" }), undefined, "must have required property 'file'"],
    ["the parts of a form", "no parts", "multipart/form-data; boundary=b", "the body: it is no form"],
    ["what is JSON", "{", "application/json", "the body: it is no JSON"],
    ["the content type", "a", "text/csv", "the body is text/csv, and the operation takes"],
    ["the subtype", "a", "video/mp4", "the body is video/mp4, and the operation takes"],
  ])("is refused where %s is wrong", async (_, body, type, message) => {
    expect(await said(add(body, type))).toContain(message);
  });

  it("is shown as what was sent", async () => {
    const bodies = [
      await add(new Blob([new Uint8Array([255])], { type: "image/png" })),
      await add(form({ title: "a", file: new Blob(["b"]) })),
      await add(new URLSearchParams(fields)),
    ].map((api) => api.calls()[0]?.body);
    expect(new Uint8Array(await (bodies[0] as Blob).arrayBuffer())).toEqual(new Uint8Array([255]));
    expect((bodies[1] as FormData).get("title")).toBe("a");
    expect(bodies[2]).toBe(new URLSearchParams(fields).toString());
  });
});
