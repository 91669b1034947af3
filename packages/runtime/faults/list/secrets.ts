import { differsIn, fails, succeeds, throws } from "../expected.js";
import type { FaultGroup } from "../fault.js";
import type { Wire } from "../wire.js";

/** The request as the server saw it, in a text that is no JSON. */
function repeat({ request }: Wire): string {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return `<pre>${[`${request.method} ${request.target}`, ...headers, "", request.body].join("\n")}</pre>`;
}

/** What the server repeats must not reach a log or an error page of the application. */
export const secrets: FaultGroup = {
  title: "A server that repeats the credentials it was sent",
  faults: [
    { name: "in an HTML error", answer: (wire) => wire.answer(404, "text/html", repeat(wire)), expected: fails(404) },
    {
      name: "in a JSON error",
      answer: (wire) => wire.json(404, JSON.stringify({ request: repeat(wire) })),
      expected: fails(404),
    },
    {
      name: "in an HTML page with status 200",
      needsBody: true,
      answer: (wire) => wire.answer(wire.surroundings.success, "text/html", repeat(wire)),
      expected: succeeds(1, differsIn("content-type")),
    },
    {
      name: "in what should be JSON",
      needsBody: true,
      answer: (wire) => wire.succeed(repeat(wire)),
      expected: succeeds(1, differsIn("body")),
    },
    {
      name: "in the reason and a header of an error",
      answer: (wire) =>
        wire.head(`404 ${encodeURI(wire.request.target)}`, [
          `X-Request: ${JSON.stringify(wire.request.headers)}`,
          "Content-Length: 0",
        ]),
      expected: fails(404),
    },
    {
      name: "in a redirect within the origin",
      answer: (wire) =>
        wire.number === 1 ? wire.answer(307, undefined, "", [`Location: ${wire.request.target}&again=1`]) : wire.end(),
      shapes: ["write"],
      expected: throws("ConnectionError", 2),
    },
    {
      name: "in a redirect to another origin",
      answer: (wire) =>
        wire.answer(307, undefined, "", [`Location: ${wire.surroundings.elsewhere}${wire.request.target}`]),
      expected: throws("RedirectError", 1),
    },
    {
      name: "in an error that breaks off",
      answer: (wire) => wire.head("404 X", ["Content-Length: 99999"]).write(repeat(wire)).reset(),
      expected: fails(404),
    },
    {
      name: "in a header that cannot be read",
      answer: (wire) => wire.head("200 OK", [`X-Evil: \0${JSON.stringify(wire.request.headers)}`]).end(),
      expected: throws("ConnectionError", "retried"),
    },
  ],
};
