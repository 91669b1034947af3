import type { JsonObject } from "@facsimile/document";
import { afterEach } from "vitest";
import { type MockServer, openMockServer } from "../src/server/mock-server.js";
import { houses } from "./houses.js";

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** A body that is a text is sent as it is, as JSON. */
type Ask = (method: string, target: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** A mock server that remembers, and what asks it. */
export async function start(
  state: boolean | "empty" = true,
  document: JsonObject = houses,
  timeoutMs = 5000,
): Promise<{ ask: Ask; server: MockServer }> {
  const server = await openMockServer(document, { servers: [], operations: [] }, { state, timeoutMs });
  open.push(server);
  const ask: Ask = async (method, target, body, headers = {}) => {
    const type = body instanceof URLSearchParams ? {} : { "Content-Type": "application/json" };
    const sent = body instanceof URLSearchParams || typeof body === "string" ? body : JSON.stringify(body);
    const url = target.startsWith("http") ? target : `${server.url}${target}`;
    const answer = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...type, ...headers },
      ...(body === undefined ? {} : { body: sent as string }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? {} : JSON.parse(text), headers: answer.headers };
  };
  return { ask, server };
}
