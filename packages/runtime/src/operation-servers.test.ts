import { describe, expect, it } from "vitest";
import type { ServerDescription } from "./base-url.js";
import { type AnyClient, createClient } from "./client.js";
import { writeBasic } from "./credentials/basic.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { RedirectError } from "./errors/redirect.js";
import { locateServers } from "./operation-servers.js";
import type { ConnectionOptions } from "./options.js";
import { paginate } from "./pages.js";
import { createRaw } from "./raw.js";
import { send } from "./send.js";
import { fillServer } from "./server-variables.js";
import { type AnyOperation, operation, rejection } from "./testing/api.js";
import { type Asked, json, serve } from "./testing/serve.js";

const basic = { name: "basic", type: "http", scheme: "basic", write: writeBasic } as const;
const security = [[{ scheme: basic }]];
const credentials = { basic: { username: "ann", password: "correct horse" } };
const authorization = `Basic ${btoa("ann:correct horse")}`;

interface ThingPaths {
  readonly "/thing": { readonly get: { readonly responses: { readonly 200: { readonly content: object } } } };
}

/** Goes where its name says, and to the others' place without one. */
function at(server?: string, more: Partial<AnyOperation> = {}): AnyOperation {
  return operation({ security, ...(server === undefined ? {} : { server }), ...more });
}

function clientOf(
  server: string | undefined,
  servers: Readonly<Record<string, ServerDescription>>,
  options: ConnectionOptions = {},
): AnyClient {
  const description = { name: "Test", server: server === undefined ? undefined : { url: server }, servers };
  return createClient({ ...description, locate: locateServers }, { credentials, retry: false, ...options });
}

const seen = ({ url, headers }: Asked): readonly unknown[] => [url, headers.authorization];
const answer = (_: Asked, response: Parameters<typeof json>[0]): void => json(response, 1);

describe("an operation with a server of its own", () => {
  it("goes there with its credentials, and the others go where they went", async () => {
    const [api, uploads] = [await serve(answer), await serve(answer)];
    const client = clientOf(`${api.url}/v1`, { uploads: { url: `${uploads.url}/files/` } });
    await send(client, at(), {});
    await send(client, at("uploads"), {});
    expect(api.asked.map(seen)).toEqual([["/v1/thing", authorization]]);
    expect(uploads.asked.map(seen)).toEqual([["/files/thing", authorization]]);
  });

  it("goes with all others to a base URL that is given", async () => {
    const mock = await serve(answer);
    const client = clientOf(
      "https://api.invalid",
      { uploads: { url: "https://uploads.invalid/files" } },
      {
        baseUrl: `${mock.url}/mock`,
      },
    );
    await send(client, at(), {});
    await send(client, at("uploads"), {});
    expect(mock.asked.map(({ url }) => url)).toEqual(["/mock/thing", "/mock/thing"]);
  });

  it("goes to another place alone, as the operations without one do", async () => {
    const [api, mock] = [await serve(answer), await serve(answer)];
    const servers = { uploads: { url: "https://uploads.invalid" } };
    const moved = clientOf(api.url, servers, { baseUrls: { "https://uploads.invalid": `${mock.url}/up` } });
    await send(moved, at(), {});
    await send(moved, at("uploads"), {});
    const others = clientOf(
      "https://api.invalid",
      { uploads: { url: mock.url } },
      {
        baseUrls: { "https://api.invalid": `${api.url}/moved` },
      },
    );
    await send(others, at(), {});
    await send(others, at("uploads"), {});
    const both = clientOf("https://api.invalid", servers, {
      baseUrl: api.url,
      baseUrls: { "https://uploads.invalid": mock.url },
    });
    await send(both, at("uploads"), {});
    expect(api.asked.map(({ url }) => url)).toEqual(["/thing", "/moved/thing"]);
    expect(mock.asked.map(({ url }) => url)).toEqual(["/up/thing", "/thing", "/thing"]);
  });

  it("refuses a key that is no server of the document, and what is no base URL, as soon as the client is made", () => {
    const servers = { uploads: { url: "https://uploads.invalid" } };
    const made = (baseUrls: object) => () => clientOf("https://api.invalid", servers, { baseUrls });
    expect(made({ "https://upload.invalid": "https://canary.invalid" })).toThrow(
      "baseUrls has a key that is none of https://api.invalid, https://uploads.invalid",
    );
    expect(made({ "https://uploads.invalid": "/canary" })).toThrow("baseUrl must be an http or https URL");
    expect(made({ "https://uploads.invalid": undefined })).not.toThrow();
  });

  it("takes variables by their names, which two servers may share", async () => {
    const { url, asked } = await serve(answer);
    const port = new URL(url).port;
    const host = { default: "nowhere.invalid" };
    const client = createClient(
      {
        name: "Test",
        server: { url: `http://{host}:${port}/api`, variables: { host }, fill: fillServer },
        servers: {
          manage: {
            url: `http://{host}:${port}/{stage}`,
            variables: { host, stage: { enum: ["live", "test"] } },
            fill: fillServer,
          },
        },
        locate: locateServers,
      },
      { server: { host: "127.0.0.1", stage: "test" }, credentials },
    );
    await send(client, at(), {});
    await send(client, at("manage"), {});
    expect(asked.map((one) => one.url)).toEqual(["/api/thing", "/test/thing"]);
  });

  it("fails where its server is not usable, and no other does", async () => {
    const { url, asked } = await serve(answer);
    const tenant = { url: "https://{tenant}.invalid", variables: { tenant: {} }, fill: fillServer };
    const client = clientOf(url, { tenant, stream: { url: "wss://stream.invalid" } });
    await send(client, at(), {});
    const required = await rejection(send(client, at("tenant"), {}));
    expect(required).toBeInstanceOf(InvalidRequestError);
    expect(required.message).toBe(
      'getThing: server https://{tenant}.invalid: server variable "tenant" is required, or else baseUrl',
    );
    const socket = await rejection(send(client, at("stream"), {}));
    expect(socket.message).toContain("getThing: server wss://stream.invalid: baseUrl must be an http");
    const foreign = await rejection(send(client, at("elsewhere"), {}));
    expect(foreign.message).toBe("getThing: the client is not of the package of this operation");
    expect(asked).toHaveLength(1);
  });
});

describe("a relative server of an operation", () => {
  it.each([
    ["/files", "/files/thing"],
    ["files", "/v1/files/thing"],
    ["../files/", "/files/thing"],
    ["/", "/thing"],
    ["", "/v1/thing"],
  ])("counts from the base URL: %j", async (own, path) => {
    const { url, asked } = await serve(answer);
    await send(clientOf(`${url}/v1`, { own: { url: own } }), at("own"), {});
    await send(clientOf("/v1", { own: { url: own } }, { baseUrl: `${url}/v1` }), at("own"), {});
    expect(asked.map((one) => one.url)).toEqual([path, path]);
  });

  it("does not lead to another host by its variables", async () => {
    const own = { url: "/{tenant}", variables: { tenant: {} }, fill: fillServer };
    for (const tenant of ["/evil.invalid", "\\evil.invalid", "/evil.invalid/x"]) {
      const client = clientOf("https://api.invalid", { own }, { server: { tenant } });
      expect((await rejection(send(client, at("own"), {}))).message).toContain("leads to another host");
    }
  });

  it("that names a host goes to a base URL that is given", async () => {
    const { url, asked } = await serve(answer);
    await send(clientOf("https://api.invalid", { own: { url: "//files.invalid/x" } }, { baseUrl: url }), at("own"), {});
    expect(asked.map((one) => one.url)).toEqual(["/thing"]);
  });
});

describe("credentials", () => {
  it("go along when one server of the API redirects to another, both ways, and to no third", async () => {
    const third = await serve(answer);
    const uploads = await serve(({ url }, response) =>
      url === "/thing" ? json(response, 1) : response.writeHead(307, { location: `${api.url}/thing` }).end(),
    );
    const targets = [`${uploads.url}/thing`, `${third.url}/thing`];
    const api = await serve(({ url }, response) =>
      url === "/thing" ? json(response, 1) : response.writeHead(307, { location: targets.shift() }).end(),
    );
    const client = clientOf(`${api.url}/moved`, { uploads: { url: `${uploads.url}/moved` } });
    await send(client, at(), {});
    await send(client, at("uploads"), {});
    expect(uploads.asked.map(seen)).toContainEqual(["/thing", authorization]);
    expect(api.asked.map(seen)).toContainEqual(["/thing", authorization]);
    const error = await rejection(send(client, at(), {}));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toContain(`another origin or user: ${third.url}`);
    expect(third.asked).toEqual([]);
  });

  it("do not go to a server of the document that a client was told to replace", async () => {
    const [replaced, mock] = [await serve(answer), await serve(answer)];
    const api = await serve((_, response) => response.writeHead(307, { location: `${replaced.url}/thing` }).end());
    const servers = { uploads: { url: replaced.url } };
    for (const options of [{ baseUrl: api.url }, { baseUrls: { [replaced.url]: mock.url } }]) {
      expect(await rejection(send(clientOf(api.url, servers, options), at(), {}))).toBeInstanceOf(RedirectError);
    }
    expect(replaced.asked).toEqual([]);
  });

  it("go along with a link to a page at another server of the API, and to no third", async () => {
    const third = await serve(answer);
    const uploads = await serve((_, response) => json(response, { items: [2], next: `${third.url}/page` }));
    const api = await serve((_, response) => json(response, { items: [1], next: `${uploads.url}/page` }));
    const client = clientOf(api.url, { uploads: { url: uploads.url } });
    const pages = paginate<unknown, number, unknown>(client, {
      ...at(),
      pagination: { style: "link", next: "next", items: "items" },
    } as never);
    const items: number[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of pages.items()) items.push(item);
      })(),
    );
    expect(error.message).toContain("leads to another host");
    expect(items).toEqual([1, 2]);
    expect(uploads.asked.map(seen)).toEqual([["/page", authorization]]);
    expect(third.asked).toEqual([]);
  });

  it("counts a relative link from the operation's own server", async () => {
    const uploads = await serve(({ url }, response) =>
      json(response, url.endsWith("?page=2") ? { items: [2] } : { items: [1], next: "?page=2" }),
    );
    const client = clientOf("https://api.invalid", { uploads: { url: `${uploads.url}/files` } });
    const pages = paginate<unknown, number, unknown>(client, {
      ...at("uploads"),
      pagination: { style: "link", next: "next", items: "items" },
    } as never);
    for await (const _ of pages);
    expect(uploads.asked.map(({ url }) => url)).toEqual(["/files/thing", "/files/thing?page=2"]);
  });

  it("go with raw to the servers of the API alone", async () => {
    const [api, uploads, third] = [await serve(answer), await serve(answer), await serve(answer)];
    const client = clientOf(api.url, { uploads: { url: uploads.url } });
    const raw = createRaw<ThingPaths>(client, security);
    await raw.GET("/thing");
    await raw.GET("/thing", { baseUrl: uploads.url });
    await expect(raw.GET("/thing", { baseUrl: third.url })).rejects.toThrow(InvalidRequestError);
    expect([...api.asked, ...uploads.asked].map(seen)).toEqual([
      ["/thing", authorization],
      ["/thing", authorization],
    ]);
    expect(third.asked).toEqual([]);
  });
});
