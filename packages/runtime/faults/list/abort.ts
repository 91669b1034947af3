import { succeeds, throws } from "../expected.js";
import type { FaultGroup, Observation } from "../fault.js";

const json = "Content-Type: application/json";

/** The caller finds the reason that it gave. */
function keepsReason({ error, abortReason }: Observation): string | undefined {
  return error?.cause === abortReason ? undefined : "the caller's reason is not the cause";
}

export const abort: FaultGroup = {
  title: "The caller gives up",
  faults: [
    { name: "before the call", aborted: true, expected: throws("AbortedError", 0, keepsReason) },
    {
      name: "while it waits for an answer",
      answer: (wire) => wire.surroundings.abort(),
      expected: throws("AbortedError", 1, keepsReason),
    },
    {
      name: "within the headers",
      answer: (wire) => {
        wire.write("HTTP/1.1 200 OK\r\nX-A: b\r\n");
        setTimeout(wire.surroundings.abort, 20);
      },
      expected: throws("AbortedError", 1, keepsReason),
    },
    {
      name: "within the body",
      needsBody: true,
      answer: (wire) => {
        wire.head(wire.surroundings.success, [json, "Content-Length: 100"]).write('{"a":');
        setTimeout(wire.surroundings.abort, 20);
      },
      expected: throws("AbortedError", 1, keepsReason),
    },
    {
      name: "within the body of an error",
      answer: (wire) => {
        wire.head("404 Not Found", [json, "Content-Length: 100"]).write('{"a":');
        setTimeout(wire.surroundings.abort, 20);
      },
      expected: throws("AbortedError", 1, keepsReason),
    },
    {
      name: "while it waits to try again",
      answer: (wire) => {
        wire.json(429, "{}", ["Retry-After: 30"]);
        setTimeout(wire.surroundings.abort, 50);
      },
      expected: throws("AbortedError", 1, keepsReason),
    },
    {
      name: "after a redirect",
      answer: (wire) =>
        wire.number === 1 ? wire.answer(307, undefined, "", ["Location: /next"]) : wire.surroundings.abort(),
      expected: throws("AbortedError", 2, keepsReason),
    },
    {
      name: "after the answer, which changes nothing",
      answer: (wire) => {
        wire.succeed();
        setTimeout(wire.surroundings.abort, 200);
      },
      expected: succeeds(),
    },
  ],
};
