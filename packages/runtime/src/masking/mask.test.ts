import { describe, expect, it } from "vitest";
import { spellingsOf } from "../testing/spellings.js";
import { mask } from "./mask.js";
import { maskHeaders } from "./mask-headers.js";
import { maskUrl } from "./mask-url.js";
import { maskValue } from "./mask-value.js";

const secret = 'canary "k/ey"+<1>&é=\\x';
const secrets = [secret];

describe("mask", () => {
  it("takes credentials out, as they are and as in a URL, and leaves what is beside them", () => {
    expect(mask("a canary/1 b canary%2F1 c", ["canary/1"])).toBe("a *** b *** c");
  });

  it.each(spellingsOf(secret))("finds a credential $name", ({ text }) => {
    expect(mask(`before: ${text}; after`, secrets)).toMatch(/^(before: \*\*\*; after|\*\*\*)$/);
  });

  it("leaves alone what holds none, and what is shorter than six characters", () => {
    const text = 'a \\u0041 %2F "canary" aGVsbG8gd29ybGQ= &amp;';
    expect(mask(text, secrets)).toBe(text);
    expect(mask("a b", ["a"])).toBe("a b");
    expect(mask("//////// !", ["////////"])).toBe("*** !");
    expect(mask("a", ["////////"])).toBe("a");
  });
});

describe("a URL", () => {
  it("loses what is named like a credential in its query", () => {
    expect(maskUrl("https://a.example/?api_key=1&q=2&access_token=3&client_secret=4;x_code=5?key=6#part")).toBe(
      "https://a.example/?api_key=***&q=2&access_token=***&client_secret=***#part",
    );
    for (const name of ["signature", "X-Amz-Signature", "password", "code", "idToken", "KEY"])
      expect(maskUrl(`https://a.example/?${name}=canary&q=2`)).toBe(`https://a.example/?${name}=***&q=2`);
    expect(maskUrl("https://a.example/key=1")).toBe("https://a.example/key=1");
  });
});

describe("headers", () => {
  it("lose the values and names that repeat a credential", () => {
    const headers = new Headers({ "x-said": "it was canary-1", "canary-1": "x", "x-id": "7" });
    expect([...maskHeaders(headers, ["canary-1"])]).toEqual([
      ["***", "x"],
      ["x-id", "7"],
      ["x-said", "***"],
    ]);
  });
});

describe("a value", () => {
  it.each(spellingsOf(secret))("holds no credential $name, whatever holds it", ({ text }) => {
    const shown = JSON.stringify(maskValue({ list: [{ deep: text }, 1, null], [text]: true }, secrets));
    expect(shown).toBe('{"list":[{"deep":"***"},1,null],"***":true}');
  });

  it("is copied where it may be somebody else's, and an error is changed", () => {
    const shared = { headers: { authorization: "canary-1" } };
    const other = new AggregateError([new Error("canary-1 a")], "canary-1 b");
    const error = Object.assign(new Error("canary-1 c", { cause: other }), { config: shared, code: "E" });
    expect(maskValue(error, ["canary-1"])).toBe(error);
    expect(error).toMatchObject({ message: "*** c", code: "E", config: { headers: { authorization: "***" } } });
    expect(other).toMatchObject({ message: "*** b", errors: [{ message: "*** a" }] });
    expect(shared.headers.authorization).toBe("canary-1");
    expect(Object.keys(error)).toEqual(["config", "code"]);
  });

  it("may be a circle", () => {
    const error: Error & { self?: unknown } = new Error("canary-1");
    const circle: { error: unknown; circle?: unknown } = { error };
    circle.circle = circle;
    error.cause = circle;
    error.self = error;
    expect(maskValue(circle, ["canary-1"])).toMatchObject({ error: { message: "***", self: error } });
  });

  it("pollutes no prototype", () => {
    const masked = maskValue(JSON.parse('{ "__proto__": { "polluted": "canary-1" } }'), ["canary-1"]);
    expect(Object.keys(Object(masked))).toEqual([]);
    expect(masked).not.toHaveProperty("polluted");
  });
});
