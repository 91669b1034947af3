import { gzipSync } from "node:zlib";
import { differsIn, fails, has, holds, succeeds, throws } from "../expected.js";
import type { Fault, FaultGroup, Requests } from "../fault.js";
import type { Wire } from "../wire.js";

const json = "Content-Type: application/json";

/** A success whose body never arrives whole. */
function broken(name: string, answer: (wire: Wire) => void, requests: Requests = "retried"): Fault {
  return { name, answer, expected: throws("ResponseParseError", requests, has({ statusCode: /^2\d\d$/ })) };
}

/** A body that cannot be decompressed: it would be the same a second time. */
function undecodable(name: string, answer: (wire: Wire) => void): Fault {
  return broken(name, answer, 1);
}

function success(wire: Wire, headers: readonly string[]): Wire {
  return wire.head(wire.surroundings.success, [json, ...headers]);
}

function compressed(wire: Wire, bytes: Uint8Array): Wire {
  return wire.answer(wire.surroundings.success, "application/json", bytes, ["Content-Encoding: gzip"]);
}

/** 64 members of 16 MiB of zeros each: 1 GiB in 1 MB. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(2 ** 24));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}

const whole = gzipSync(JSON.stringify({ text: "some text that is long enough to be cut".repeat(20) }));

export const body: FaultGroup = {
  title: "The body on its way",
  needsBody: true,
  faults: [
    broken("reset within the body", (wire) => success(wire, ["Content-Length: 100"]).write('{"ok":').reset()),
    broken("closed before the length is reached", (wire) =>
      success(wire, ["Content-Length: 100"]).write('{"ok":true}').end(),
    ),
    broken(
      "a length that is too short",
      (wire) => success(wire, ["Content-Length: 5", "Connection: close"]).write('{"ok":true}').end(),
      1,
    ),
    broken("closed before the last chunk", (wire) =>
      success(wire, ["Transfer-Encoding: chunked"]).write('b\r\n{"ok":true}\r\n').end(),
    ),
    broken("closed within a chunk", (wire) =>
      success(wire, ["Transfer-Encoding: chunked"]).write('20\r\n{"ok":true}').end(),
    ),
    broken("a chunk size that is no number", (wire) =>
      success(wire, ["Transfer-Encoding: chunked"]).write('zz\r\n{"ok":true}\r\n0\r\n\r\n').end(),
    ),
    broken("a chunk that is longer than it says", (wire) =>
      success(wire, ["Transfer-Encoding: chunked"]).write('3\r\n{"ok":true}\r\n0\r\n\r\n').end(),
    ),
    undecodable("gzip that is none", (wire) => compressed(wire, Buffer.from('{"ok":true}'))),
    undecodable("gzip with a flipped byte", (wire) => compressed(wire, Buffer.from(whole).fill(0xff, 30, 34))),
    broken("gzip that is cut off", (wire) => compressed(wire, whole.subarray(0, whole.length - 20)), 1),
    {
      // Decompression is the platform's: it ends in silence, and only a text that is no longer JSON gives it away.
      name: "gzip that is cut off where what is left is still JSON, which no fetch tells",
      answer: (wire) => compressed(wire, gzipSync("1".repeat(300), { level: 0 }).subarray(0, 200)),
      expected: { requests: 1 },
    },
    {
      name: "gzip, whole",
      answer: (wire) => compressed(wire, gzipSync('{"ok":true}')),
      expected: succeeds(1, holds({ ok: true })),
    },
    {
      name: "an encoding that nobody knows",
      answer: (wire) =>
        wire.answer(wire.surroundings.success, "application/json", "\u0001\u0002", ["Content-Encoding: x-none"]),
      expected: succeeds(1, differsIn("body")),
    },
    {
      name: "a zip bomb of 1 GB against a limit of 1 MB",
      answer: (wire) => compressed(wire, bomb()),
      settings: { maxResponseSize: 1_000_000 },
      shapes: ["read"],
      expected: throws("ResponseParseError", 1, has({ message: /1000000 bytes/ })),
    },
    {
      name: "a body without end against a limit of 1 MB",
      answer: (wire) => {
        const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
        success(wire, ["Transfer-Encoding: chunked"]).drip(1, () => chunk.repeat(4));
      },
      settings: { maxResponseSize: 1_000_000 },
      expected: throws("ResponseParseError", 1, has({ message: /1000000 bytes/ })),
    },
    {
      name: "an error whose body breaks off",
      answer: (wire) => wire.head("404 Not Found", [json, "Content-Length: 100"]).write('{"error":').reset(),
      expected: fails(404, 1, differsIn("body", '{"error":')),
    },
    {
      name: "one broken body, then a whole one",
      answer: (wire) =>
        wire.number === 1 ? success(wire, ["Content-Length: 100"]).write("{").reset() : wire.succeed(),
      shapes: ["read", "replace", "remove"],
      expected: succeeds(2, holds({ ok: true })),
    },
    {
      name: "no length, ended by closing",
      answer: (wire) => success(wire, ["Connection: close"]).write('{"ok":true}').end(),
      expected: succeeds(1, holds({ ok: true })),
    },
    {
      name: "in chunks of one byte",
      answer: (wire) =>
        success(wire, ["Transfer-Encoding: chunked"]).write(
          ...[...'{"ok":true}'].map((byte) => `1\r\n${byte}\r\n`),
          "0\r\n\r\n",
        ),
      expected: succeeds(1, holds({ ok: true })),
    },
  ],
};
