import { describe, expect, it } from "vitest";
import { readBase } from "./base-url.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { call, clientOf } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

describe("a base URL", () => {
  it.each(["", "/", "/api", "/api/", "/api//"])("joins with a path, whatever slashes it ends with: %j", async (end) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    await call(url + end);
    expect(asked[0]?.url).toBe(end.startsWith("/api") ? "/api/thing" : "/thing");
  });

  it.each([
    ["https://ann:canary@example.com", "user name or password"],
    ["https://ann@example.com", "user name or password"],
    ["https://example.com?key=canary", "query or a fragment"],
    ["https://example.com?", "query or a fragment"],
    ["https://example.com/#canary", "query or a fragment"],
    ["ftp://example.com/canary", "https:// or http://"],
    ["file:///canary", "https:// or http://"],
    ["/canary", "absolute URL"],
    ["canary", "absolute URL"],
    ["", "absolute URL"],
  ])("that is %s is refused, and not shown", (url, reason) => {
    const refuse = () => clientOf(url);
    expect(refuse).toThrow(InvalidRequestError);
    expect(refuse).toThrow(reason);
    expect(refuse).not.toThrow("canary");
  });
});

describe("a server of the document", () => {
  const server = {
    url: "https://{domain}.example.com/{version}",
    variables: { domain: {}, version: { default: "v2", enum: ["v1", "v2"] } },
  };

  it("takes its variables from the caller, else their defaults", () => {
    expect(readBase(server, undefined, { domain: "ann" }).url).toBe("https://ann.example.com/v2");
    expect(readBase(server, undefined, { domain: "ann", version: "v1" }).url).toBe("https://ann.example.com/v1");
  });

  it("refuses a variable that is missing or not one of its values", () => {
    expect(() => readBase(server, undefined)).toThrow('server variable "domain" is required, or else baseUrl');
    expect(() => readBase(server, undefined, { domain: "a", version: "v3" })).toThrow(
      '"version" must be one of v1, v2',
    );
  });

  it("refuses a variable that would lead elsewhere", () => {
    for (const domain of ["evil.example/", "evil.example#", "ann@evil", "evil?", "evil\\", "e:1"]) {
      expect(() => readBase(server, undefined, { domain })).toThrow(InvalidRequestError);
    }
  });

  it("may hold a whole authority or path in a variable", () => {
    expect(
      readBase({ url: "{host}/api", variables: { host: {} } }, undefined, { host: "https://a.example:8443" }).url,
    ).toBe("https://a.example:8443/api");
    expect(readBase({ url: "https://a.example/{base}", variables: { base: {} } }, undefined, { base: "x/y" }).url).toBe(
      "https://a.example/x/y",
    );
  });

  it("is not asked for where baseUrl is given", () => {
    expect(readBase(server, "https://elsewhere.example").url).toBe("https://elsewhere.example");
  });

  it("that is relative or missing makes baseUrl necessary", () => {
    expect(() => readBase({ url: "/api" }, undefined)).toThrow("baseUrl must be an absolute URL");
    expect(() => readBase(undefined, undefined)).toThrow("baseUrl must be an absolute URL");
  });
});
