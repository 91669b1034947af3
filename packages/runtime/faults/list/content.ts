import { differsIn, has, holds, succeeds, throws } from "../expected.js";
import type { Fault, FaultGroup } from "../fault.js";

/** A success whose body begins as JSON and does not end as such. */
function cut(name: string, body: string | Uint8Array): Fault {
  return {
    name,
    answer: (wire) => wire.answer(wire.surroundings.success, "application/json", body),
    expected: throws(
      "ResponseParseError",
      1,
      (seen) => has({ statusCode: /^2\d\d$/, contentType: "application/json" })(seen) ?? snippetIn(seen.error),
    ),
  };
}

/** A success whose body is said to be JSON and is something else. */
function other(name: string, body: string | Uint8Array): Fault {
  return {
    name,
    answer: (wire) => wire.answer(wire.surroundings.success, "application/json", body),
    expected: succeeds(1, (seen) => has({ data: undefined })(seen) ?? differsIn("body")(seen)),
  };
}

function snippetIn(error: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const { snippet } = error ?? {};
  if (typeof snippet !== "string") return "has no snippet";
  return snippet.length <= 1_000 ? undefined : `has a snippet of ${snippet.length} characters`;
}

function readable(name: string, text: string | Uint8Array, value: unknown, type = "application/json"): Fault {
  return {
    name,
    answer: (wire) => wire.answer(wire.surroundings.success, type, text),
    expected: succeeds(1, holds(value)),
  };
}

const html = `<!doctype html><title>Sign in</title>${"<p>x</p>".repeat(5_000)}`;

export const content: FaultGroup = {
  title: "What the body holds",
  needsBody: true,
  faults: [
    {
      name: "an HTML page with status 200",
      answer: (wire) => wire.answer(wire.surroundings.success, "text/html", html),
      expected: succeeds(1, differsIn("content-type", html.slice(0, 10_000))),
    },
    other("an HTML page that says it is JSON", html),
    cut("half of a JSON text", '{"ok":tr'),
    other("nothing", ""),
    other("white space", " \r\n\t "),
    other("NUL bytes", "\0\0\0\0"),
    other("JSON in UTF-16", Buffer.from('\ufeff{"ok":true}', "utf16le")),
    cut("NaN", '{"value":NaN}'),
    cut("two JSON texts", "{}{}"),
    cut("single quotes", "{'ok':true}"),
    other("a text of a megabyte", "x".repeat(1_000_000)),
    readable("a byte order mark before JSON", '\ufeff{"ok":true}', { ok: true }),
    readable("bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), "\ufffd\ufffd"),
    readable("NUL in a JSON string", '{"a":"\\u0000"}', { a: "\0" }),
    readable("null", "null", null),
    readable("false", "false", false),
    readable("zero", "0", 0),
    readable("an empty string", '""', ""),
    readable("a duplicate name", '{"a":1,"a":2}', { a: 2 }),
    readable("a charset and capitals in the content type", "{}", {}, "Application/JSON ; Charset=UTF-8"),
    {
      name: "__proto__, which must pollute nothing",
      answer: (wire) =>
        wire.succeed(
          '{"__proto__":{"polluted":1},"\\u005f_proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":1}',
        ),
      expected: succeeds(1, ({ result }) => {
        const copy = Object.assign({}, result?.data) as { polluted?: number };
        return copy.polluted === undefined && ({} as { polluted?: number }).polluted === undefined
          ? undefined
          : "is polluted";
      }),
    },
    {
      name: "integers beyond 2^53, which are the nearest double",
      answer: (wire) => wire.succeed('{"id":9007199254740993}'),
      expected: succeeds(1, holds({ id: 9007199254740992 })),
    },
    {
      name: "lists within lists, 1,000 deep",
      answer: (wire) => wire.succeed("[".repeat(1_000) + "]".repeat(1_000)),
      expected: succeeds(),
    },
    {
      name: "no content type",
      answer: (wire) => wire.answer(wire.surroundings.success, undefined, '{"ok":true}'),
      expected: { requests: 1, status: "success" },
    },
    {
      name: "204 with a body",
      answer: (wire) => wire.head("204 No Content", ["Content-Length: 2"]).write("{}"),
      expected: { status: 204, requests: 1 },
    },
    {
      name: "205 without a body",
      answer: (wire) => wire.answer(205, undefined),
      expected: { status: 205, requests: 1 },
    },
  ],
};
