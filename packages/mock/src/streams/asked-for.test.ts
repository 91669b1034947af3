import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RecordingMockServer, startMockServer } from "../index.js";

const answers = (when: string): string => `responses:
        "200":
          description: Tea.
          content:
            application/json: { schema: { type: object } }
            text/event-stream: { schema: { type: object }, x-stream: { when: ${when} } }`;

const folder = mkdtempSync(join(tmpdir(), "facsimile-asked-"));
const file = join(folder, "openapi.yaml");
let server: RecordingMockServer;

beforeAll(async () => {
  writeFileSync(
    file,
    `openapi: 3.1.0
info: { title: Tea, version: "1" }
servers: [{ url: https://tea.example }]
paths:
  /query:
    get:
      operationId: query
      parameters: [{ name: live, in: query, schema: { type: boolean, default: true } }]
      ${answers("{ query: { live: true } }")}
  /form:
    post:
      operationId: form
      requestBody:
        content:
          application/x-www-form-urlencoded: { schema: { type: object, properties: { how: { type: string } } } }
          multipart/form-data: { schema: { type: object, properties: { how: { type: string } } } }
      ${answers("{ body: { how: cups } }")}
`,
  );
  server = await startMockServer(file);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The media type of what a request is answered with. */
async function typeOf(path: string, body?: URLSearchParams | FormData): Promise<string | null> {
  const response = await fetch(server.url + path, body === undefined ? {} : { method: "POST", body });
  await response.arrayBuffer();
  return response.headers.get("content-type");
}

const form = (how: string): FormData => {
  const data = new FormData();
  data.set("first", "how=no");
  data.set("how", how);
  return data;
};

describe("a stream is asked for", () => {
  it("by a query parameter, and by its default", async () => {
    expect(await typeOf("/query?live=true")).toBe("text/event-stream");
    expect(await typeOf("/query?live=false")).toBe("application/json");
    expect(await typeOf("/query")).toBe("text/event-stream");
  });

  it("by a field of a form", async () => {
    expect(await typeOf("/form", new URLSearchParams({ how: "cups" }))).toBe("text/event-stream");
    expect(await typeOf("/form", new URLSearchParams({ how: "pot" }))).toBe("application/json");
    expect(await typeOf("/form", new URLSearchParams())).toBe("application/json");
  });

  it("by a part of a form", async () => {
    expect(await typeOf("/form", form("cups"))).toBe("text/event-stream");
    expect(await typeOf("/form", form("pot"))).toBe("application/json");
  });
});
