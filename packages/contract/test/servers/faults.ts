import { isRecord } from "./checks.js";
import type { Call, Fault, Reply } from "./state-server.js";

/** What is particular to a server: where its things are, and which of their properties are what. */
export interface Particulars {
  /** The method and the path of what creates a thing, and of the things, as regular expressions. */
  readonly create: RegExp;
  readonly things: RegExp;
  readonly id: string;
  readonly required: string;
  readonly moment: string;
  readonly enumerated: string;
  /** A header that the answers have to have; undefined where none is asked for. */
  readonly header?: string;
  /** Faults that the server has in its inside. */
  readonly inside: readonly string[];
}

/** The faults of a server by what is wrong. */
export function faultsOf(some: Particulars): Readonly<Record<string, Fault>> {
  const inBodies = (edit: (body: Record<string, unknown>) => Record<string, unknown>): Fault => ({
    edit: (reply, call) =>
      some.things.test(at(call)) && reply.status < 300 ? { ...reply, body: deep(reply.body, some.id, edit) } : reply,
  });
  return {
    "a required property is missing": inBodies(({ [some.required]: _, ...rest }) => rest),
    "an undeclared property": inBodies((body) => ({ ...body, internalNumber: 7 })),
    "a bad date": inBodies((body) => ({ ...body, [some.moment]: "30.11.2029 12:00" })),
    "a value that the enumeration lacks": inBodies((body) => ({ ...body, [some.enumerated]: "OTHER" })),
    "a number for a text": inBodies((body) => ({ ...body, [some.required]: 7 })),
    "null for a text": inBodies((body) => ({ ...body, [some.required]: null })),
    "the id is no id": inBodies((body) => ({ ...body, [some.id]: { $oid: String(body[some.id]) } })),
    "errors are HTML": {
      edit: (reply) =>
        reply.status < 400 ? reply : { ...reply, contentType: "text/html", body: Buffer.from("<p>no</p>") },
    },
    "200 for 201": { edit: (reply) => (reply.status === 201 ? { ...reply, status: 200 } : reply) },
    "another body for 404": {
      edit: (reply) =>
        reply.status === 404 ? { ...reply, contentType: "application/json", body: { error: "not_found" } } : reply,
    },
    "410 for 404": {
      edit: (reply, call) =>
        reply.status === 404 && some.things.test(at(call)) ? { status: 410, body: { gone: true } } : reply,
    },
    "deletion needs no credentials": { open: ({ method }) => method === "DELETE" },
    "creation needs no credentials": { open: (call) => some.create.test(at(call)) },
    "reading needs no credentials": { open: ({ method }) => method === "GET" },
    "an answer is slow": {
      instead: (call) => some.create.test(at(call)),
    },
    "an answer has no end": {
      instead: (call, response) => {
        if (call.method !== "GET" || !some.things.test(at(call))) return false;
        response.writeHead(200, { "Content-Type": "application/json" });
        const more = (): void => {
          while (!response.destroyed && response.write("[".repeat(65_536)));
        };
        response.on("drain", more);
        more();
        return true;
      },
    },
    "the connection is cut": {
      instead: (call, response) => {
        if (call.method !== "GET" || !some.things.test(at(call))) return false;
        response.destroy();
        return true;
      },
    },
    ...(some.header === undefined
      ? {}
      : {
          "a header is missing": {
            edit: (reply: Reply) => ({ ...reply, headers: without(reply.headers, some.header) }),
          },
        }),
    ...Object.fromEntries(some.inside.map((inside) => [inside, { inside }])),
  };
}

function at({ method, path }: Call): string {
  return `${method} ${path}`;
}

/** Edits each object that has the id of a thing. */
function deep(value: unknown, id: string, edit: (body: Record<string, unknown>) => Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => deep(item, id, edit));
  if (!isRecord(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, id, edit)]));
  return Object.hasOwn(value, id) ? edit(inside) : inside;
}

function without(headers: Reply["headers"], name: string | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers ?? {}).filter(([one]) => one !== name));
}
