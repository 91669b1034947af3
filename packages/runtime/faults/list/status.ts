import { differsIn, fails, has, holds } from "../expected.js";
import type { Fault, FaultGroup } from "../fault.js";

/** A JSON error that a test for truth would take for none. */
function falsy(text: string): Fault {
  return {
    name: `404 with the JSON error ${text}`,
    answer: (wire) => wire.json(404, text),
    expected: fails(404, 1, holds(JSON.parse(text))),
  };
}

export const status: FaultGroup = {
  title: "Errors that the server answers",
  faults: [
    { name: "401, empty", answer: (wire) => wire.answer(401, undefined), expected: fails(401) },
    {
      name: "403 as text",
      answer: (wire) => wire.answer(403, "text/plain", "go away"),
      expected: fails(403, 1, holds("go away")),
    },
    {
      name: "404 as an HTML page",
      answer: (wire) => wire.answer(404, "text/html", "<h1>404</h1>"),
      expected: fails(404, 1, has({ text: "<h1>404</h1>" })),
    },
    falsy("0"),
    falsy("false"),
    falsy("null"),
    falsy('""'),
    {
      name: "404 with half of a JSON text",
      answer: (wire) => wire.json(404, '{"error":'),
      expected: fails(404, 1, has({ text: '{"error":' })),
    },
    {
      name: "409 as problem+json",
      answer: (wire) => wire.answer(409, "application/problem+json", '{"title":"Conflict"}'),
      expected: fails(409, 1, holds({ title: "Conflict" })),
    },
    {
      name: "418, which nobody documents",
      answer: (wire) => wire.json(418, '{"tea":1}'),
      expected: fails(418, 1, holds({ tea: 1 })),
    },
    {
      name: "299, a success that nobody documents",
      answer: (wire) => wire.json(299, '{"a":1}'),
      expected: { status: 299, ok: true, requests: 1, check: differsIn("status") },
    },
    {
      name: "an error of 2 MB, of which 10 kB are kept as text",
      answer: (wire) => wire.answer(404, "text/html", "x".repeat(2_000_000)),
      expected: fails(404, 1, ({ result }) =>
        result?.text?.length === 10_000 ? undefined : `has ${result?.text?.length} characters`,
      ),
    },
    { name: "500 again and again", answer: (wire) => wire.json(500, "{}"), expected: fails(500, "retried") },
    { name: "501, which does not pass", answer: (wire) => wire.json(501, "{}"), expected: fails(501, 1) },
  ],
};
