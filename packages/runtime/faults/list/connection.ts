import { has, succeeds, throws, tried } from "../expected.js";
import type { FaultGroup } from "../fault.js";

const half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le";

export const connection: FaultGroup = {
  title: "The connection",
  faults: [
    // Nothing was sent, so that every operation may be repeated.
    { name: "nothing listens", server: "closed", expected: throws("ConnectionError", 0, tried(3)) },
    { name: "a name that is not resolved", server: "unresolved", expected: throws("ConnectionError", 0, tried(3)) },
    {
      // Node's fetch connects again and again by itself, and may do so until the time limit.
      name: "closed at once",
      connect: (wire) => wire.end(),
      settings: { timeout: 1_000 },
      expected: { throws: ["ConnectionError", "TimeoutError"] },
    },
    { name: "reset at once", connect: (wire) => wire.socket.resetAndDestroy(), expected: throws("ConnectionError") },
    {
      name: "closed instead of an answer",
      answer: (wire) => wire.end(),
      expected: throws("ConnectionError", "retried"),
    },
    {
      name: "reset instead of an answer",
      answer: (wire) => wire.reset(),
      expected: throws("ConnectionError", "retried"),
    },
    {
      name: "reset while the request is read",
      connect: (wire) => wire.socket.once("data", () => wire.reset()),
      expected: throws("ConnectionError"),
    },
    {
      name: "reset once, then well",
      answer: (wire) => (wire.number === 1 ? wire.reset() : wire.succeed()),
      shapes: ["read", "replace", "remove"],
      expected: succeeds(2),
    },
    {
      name: "reset once, with an idempotency key",
      answer: (wire) => (wire.number === 1 ? wire.reset() : wire.succeed()),
      settings: { idempotencyKey: "key-1" },
      expected: succeeds(2, ({ requests }) =>
        requests.every(({ headers }) => headers["idempotency-key"] === "key-1")
          ? undefined
          : "the key is not the same each time",
      ),
    },
    {
      name: "closed within the status line",
      answer: (wire) => wire.write("HTTP/1.").end(),
      expected: throws("ConnectionError", "retried"),
    },
    {
      name: "reset within the headers",
      answer: (wire) => wire.write(half).reset(),
      expected: throws("ConnectionError", "retried"),
    },
    {
      name: "closed within the headers",
      answer: (wire) => wire.write(half).end(),
      expected: throws("ConnectionError", "retried"),
    },
    {
      name: "a kept connection, closed after an answer",
      answer: (wire) => {
        wire.succeed();
        wire.end();
      },
      calls: 3,
      expected: succeeds(3),
    },
    {
      name: "a kept connection, stale when it is used again",
      answer: (wire) => (wire.number === 2 ? wire.reset() : wire.succeed()),
      calls: 2,
      shapes: ["read", "replace", "remove"],
      expected: succeeds(3),
    },
    {
      name: "a kept connection, stale, for what must not be repeated",
      answer: (wire) => (wire.number === 2 ? wire.reset() : wire.succeed()),
      calls: 2,
      shapes: ["write"],
      expected: throws("ConnectionError", 2),
    },
    {
      name: "the cause of the failure is kept",
      server: "closed",
      expected: throws("ConnectionError", 0, ({ error }) =>
        error?.cause instanceof Error ? undefined : "has no cause",
      ),
    },
    {
      name: "an error names the operation",
      answer: (wire) => wire.end(),
      expected: throws("ConnectionError", "retried", has({ operation: /./, method: /^[A-Z]+$/, url: /^http:/ })),
    },
  ],
};
