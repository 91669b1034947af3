import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createClient } from "./client.js";
import { askDescribedPage, describeCall } from "./described-call.js";
import { paginate } from "./pages.js";
import { send } from "./send.js";
import { openStream } from "./streams/index.js";
import { clientOf, operation, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

const list = operation({
  id: "list",
  method: "POST",
  server: "uploads",
  path: "/{id}",
  parameters: [{ name: "id", in: "path" }],
  pagination: { style: "link-header" },
});

describe("a call", () => {
  const description = { name: "Api", server: { url: "https://a.example/v1/" } };
  const middleware = { onRequest: vi.fn() };
  const fetch = vi.fn();
  const logger = { debug: vi.fn() };
  const client = createClient(description, { fetch, logger, middleware: [middleware], credentials: { key: "canary" } });

  it.each([
    ["is described at once, whatever its input is", send],
    ["of a stream is described too", openStream],
  ])("%s, and nothing is sent", async (_, called) => {
    const described = describeCall((options) => called(client, list, { nonsense: 1 } as never, options));
    expect(described).toEqual({ operation: list, baseUrl: "https://a.example/v1" });
    await new Promise((done) => setTimeout(done, 5));
    for (const one of [fetch, logger.debug, middleware.onRequest]) expect(one).not.toHaveBeenCalled();
    expect(inspect(described, { depth: Infinity, showHidden: true })).not.toContain("canary");
  });

  it("of pages is described when they are asked for", () => {
    const described = describeCall((options) =>
      paginate(client, list as never, {}, options)
        [Symbol.asyncIterator]()
        .next(),
    );
    expect(described.operation).toBe(list);
  });

  it.each<[string, () => unknown]>([
    ["what calls nothing", () => undefined],
    ["what answers", async () => ({ ok: true })],
  ])("is of an operation: not %s", (_, call) => {
    expect(() => describeCall(call)).toThrow("what is called is no operation of a generated package");
  });

  it("is by a client", () => {
    expect(() => describeCall((options) => send({ name: "Api" }, list, {}, options))).toThrow("or its client is none");
  });

  it("gives a page, and the link of its header", async () => {
    const { url, asked } = await serve((_, response) => {
      response.setHeader("link", '</things?page=2>; rel="next"');
      json(response, [1]);
    });
    const things = operation({ id: "things", path: "/things", pagination: { style: "link-header" } });
    const called = describeCall((options) => send(clientOf(url), things, {}, options));
    const first = await askDescribedPage(called, {}, {}, {});
    expect(first).toEqual({ page: [1], link: "/things?page=2" });
    await askDescribedPage(called, {}, { link: first.link }, {});
    expect(asked.map((one) => one.url)).toEqual(["/things", "/things?page=2"]);
    expect((await rejection(askDescribedPage({ ...called }, {}, {}, {}))).message).toContain("this copy of");
  });
});
