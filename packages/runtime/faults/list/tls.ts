import { succeeds, throws } from "../expected.js";
import type { FaultGroup } from "../fault.js";

export const tls: FaultGroup = {
  title: "TLS",
  faults: [
    {
      name: "a certificate that nobody trusts",
      server: "tls",
      answer: (wire) => wire.succeed(),
      expected: throws("ConnectionError", 0),
    },
    {
      name: "a certificate that is trusted",
      server: "trusted",
      answer: (wire) => wire.succeed(),
      expected: succeeds(),
    },
    {
      name: "a server that speaks plain HTTP",
      server: "https",
      connect: (wire) => wire.socket.once("data", () => wire.head("400 Bad Request").end()),
      expected: throws("ConnectionError", 0),
    },
    {
      name: "closed within the handshake",
      server: "https",
      connect: (wire) => wire.socket.once("data", () => wire.end()),
      expected: throws("ConnectionError", 0),
    },
    {
      name: "reset within the handshake",
      server: "https",
      connect: (wire) => wire.socket.once("data", () => wire.reset()),
      expected: throws("ConnectionError", 0),
    },
    {
      name: "an alert instead of a handshake",
      server: "https",
      connect: (wire) => wire.socket.once("data", () => wire.write(Buffer.from("15030300020228", "hex")).end()),
      expected: throws("ConnectionError", 0),
    },
    {
      name: "a handshake that never ends",
      server: "https",
      connect: (wire) => wire.socket.resume(),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError", 0),
    },
  ],
};
