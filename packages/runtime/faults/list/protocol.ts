import { fails, holds, succeeds, throws } from "../expected.js";
import type { Fault, FaultGroup } from "../fault.js";

/** An answer that no HTTP client can read. */
function garbled(name: string, bytes: string): Fault {
  return { name, answer: (wire) => wire.write(bytes).end(), expected: throws("ConnectionError", "retried") };
}

const json = "Content-Type: application/json";

export const protocol: FaultGroup = {
  title: "HTTP itself",
  faults: [
    garbled("no HTTP at all", "220 mail.example.com ESMTP\r\n"),
    garbled("HTTP/0.9, a body without a head", '{"ok":true}'),
    garbled("another protocol's status line", `ICY 200 OK\r\n${json}\r\nContent-Length: 2\r\n\r\n{}`),
    garbled("HTTP/2 without being asked", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    garbled("a status that is no number", `HTTP/1.1 OK 200\r\n${json}\r\nContent-Length: 2\r\n\r\n{}`),
    garbled("a status of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n"),
    garbled("a header without a colon", `HTTP/1.1 200 OK\r\n${json}\r\nnonsense\r\n\r\n{}`),
    garbled("NUL in a header", "HTTP/1.1 200 OK\r\nX-Evil: a\0b\r\nContent-Length: 2\r\n\r\n{}"),
    garbled(
      "two lengths that differ",
      `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} `,
    ),
    garbled(
      "a length and chunks",
      `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ),
    garbled("a length that is no number", `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: two\r\n\r\n{}`),
    garbled("a negative length", `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: -1\r\n\r\n{}`),
    garbled(
      "headers of 100 kB",
      `HTTP/1.1 200 OK\r\n${json}\r\nX-Long: ${"x".repeat(100_000)}\r\nContent-Length: 2\r\n\r\n{}`,
    ),
    garbled("ten thousand headers", `HTTP/1.1 200 OK\r\n${"X-Many: x\r\n".repeat(10_000)}Content-Length: 2\r\n\r\n{}`),
    garbled(
      "another protocol after 101",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
    ),
    {
      name: "early hints before the answer",
      needsBody: true,
      answer: (wire) => wire.head("103 Early Hints", ["Link: </x>; rel=preload"]).succeed(),
      expected: succeeds(1, holds({ ok: true })),
    },
    garbled(
      "100 Continue that nobody asked for",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    ),
    {
      name: "two content types in one answer",
      answer: (wire) => wire.answer(wire.surroundings.success, "application/json", "{}", ["Content-Type: text/html"]),
      expected: { requests: 1, status: "success" },
    },
    {
      name: "a header repeated, and one in Latin-1",
      answer: (wire) => wire.succeed("{}", ["X-Same: a", "X-Same: b", "X-Name: Jos\u00e9"]),
      expected: succeeds(),
    },
    { name: "a status beyond 599", answer: (wire) => wire.json(999, "{}"), expected: { requests: 1 } },
    {
      name: "an answer for each of two requests, the wrong way round",
      needsBody: true,
      answer: (wire) => wire.succeed('{"number":1}').succeed('{"number":2}'),
      expected: succeeds(1, holds({ number: 1 })),
    },
    {
      name: "another answer behind a 204",
      answer: (wire) => wire.head("204 No Content").write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nevil!!"),
      expected: { requests: 1, status: 204 },
    },
    { name: "a 304 that nobody asked for", answer: (wire) => wire.head("304 Not Modified"), expected: fails(304) },
  ],
};
