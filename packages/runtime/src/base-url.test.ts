import { afterEach, describe, expect, it, vi } from "vitest";
import { type Base, locateServer, type ServerDescription, type ServerValues } from "./base-url.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { fillServer } from "./server-variables.js";
import { call, clientOf } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

function readBase(server: ServerDescription | undefined, baseUrl: string | undefined, values: ServerValues = {}): Base {
  return locateServer({ server }, { baseUrl, server: values })();
}

describe("a base URL", () => {
  it.each(["", "/", "/api", "/api/", "/api//"])("joins with a path, whatever slashes it ends with: %j", async (end) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    await call(url + end);
    expect(asked[0]?.url).toBe(end.startsWith("/api") ? "/api/thing" : "/thing");
  });

  it.each([
    "https://ann:canary@example.com",
    "https://ann@example.com",
    "https://example.com?key=canary",
    "https://example.com?",
    "https://example.com/#canary",
    "ftp://example.com/canary",
    "file:///canary",
    "/canary",
    "canary",
    "",
  ])("that is %s is refused, and not shown", (url) => {
    const refuse = () => clientOf(url);
    expect(refuse).toThrow(InvalidRequestError);
    expect(refuse).toThrow("baseUrl must be an http or https URL without user,");
    expect(refuse).not.toThrow("canary");
  });
});

describe("a relative base URL", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const at = (href: string) => vi.stubGlobal("location", { href });

  it.each([
    ["/api", "https://app.example/api"],
    ["/", "https://app.example"],
    ["api/", "https://app.example/admin/api"],
    ["../api", "https://app.example/api"],
    ["//api.example/v1", "https://api.example/v1"],
    ["https://api.example", "https://api.example"],
  ])("%s counts from the location, where there is one", (baseUrl, url) => {
    at("https://app.example/admin/?a=1#part");
    expect(readBase(undefined, baseUrl)).toEqual({ url, origins: [new URL(url).origin] });
    expect(readBase({ url: baseUrl }, undefined).url).toBe(url);
  });

  it.each(["", "/api?key=canary", "/api#canary", "ftp://canary.example"])(
    "that is %j is refused all the same",
    (url) => {
      at("https://app.example/");
      expect(() => readBase(undefined, url)).toThrow("must be an http or https URL");
      expect(() => readBase(undefined, url)).not.toThrow("canary");
    },
  );

  it("is not the page itself where the document has no server", () => {
    at("https://app.example/");
    expect(() => readBase(undefined, undefined)).toThrow(InvalidRequestError);
  });

  it.each(["file:///app/index.html", "about:blank", "data:text/html,x"])("counts from no location like %s", (href) => {
    at(href);
    expect(() => readBase(undefined, "/api")).toThrow(InvalidRequestError);
  });
});

describe("a server of the document", () => {
  it("stands where no baseUrl is given", () => {
    const plain = { url: "https://api.example.com/v1/" };
    expect(readBase(plain, undefined)).toEqual({
      url: "https://api.example.com/v1",
      origins: ["https://api.example.com"],
    });
    expect(readBase(plain, "https://other.example")).toMatchObject({ origins: ["https://other.example"] });
    expect(() => readBase(undefined, undefined)).toThrow(InvalidRequestError);
  });

  const server = {
    fill: fillServer,
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

  it("has no value of what every object has by that name", () => {
    const named = { url: "https://{constructor}.example", variables: { constructor: {} }, fill: fillServer };
    expect(() => readBase(named, undefined)).toThrow('server variable "constructor" is required');
    expect(readBase(named, undefined, JSON.parse('{ "constructor": "a" }')).url).toBe("https://a.example");
  });

  it("refuses a variable that would lead elsewhere", () => {
    for (const domain of ["evil.example/", "evil.example#", "ann@evil", "evil?", "evil\\", "e:1"]) {
      expect(() => readBase(server, undefined, { domain })).toThrow(InvalidRequestError);
    }
  });

  it("may hold a whole authority or path in a variable", () => {
    expect(
      readBase({ url: "{host}/api", variables: { host: {} }, fill: fillServer }, undefined, {
        host: "https://a.example:8443",
      }).url,
    ).toBe("https://a.example:8443/api");
    expect(
      readBase({ url: "https://a.example/{base}", variables: { base: {} }, fill: fillServer }, undefined, {
        base: "x/y",
      }).url,
    ).toBe("https://a.example/x/y");
  });

  it("is not asked for where baseUrl is given", () => {
    expect(readBase(server, "https://elsewhere.example").url).toBe("https://elsewhere.example");
  });

  it("that is relative or missing makes baseUrl necessary", () => {
    expect(() => readBase({ url: "/api" }, undefined)).toThrow("baseUrl must be an http or https URL");
    expect(() => readBase(undefined, undefined)).toThrow("baseUrl must be an http or https URL");
  });
});
