import { throws } from "../expected.js";
import type { FaultGroup } from "../fault.js";

const json = "Content-Type: application/json";

export const time: FaultGroup = {
  title: "Time",
  faults: [
    { name: "never answered", settings: { timeout: 1_000 }, expected: throws("TimeoutError", "retried") },
    {
      name: "never read",
      connect: (wire) => wire.socket.pause(),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError"),
    },
    {
      name: "headers, and no body",
      needsBody: true,
      answer: (wire) => wire.head(wire.surroundings.success, [json, "Content-Length: 10"]),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError", "retried"),
    },
    {
      name: "headers that drip",
      answer: (wire) => wire.write("HTTP/1.1 200 OK\r\n").drip(20, (number) => `X-Drip-${number}: x\r\n`),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError", "retried"),
    },
    {
      name: "a body that drips",
      needsBody: true,
      answer: (wire) => wire.head(wire.surroundings.success, [json, "Content-Length: 100000"]).drip(20, () => " "),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError", "retried"),
    },
    {
      name: "an error whose body drips",
      answer: (wire) => wire.head("404 Not Found", [json, "Content-Length: 100000"]).drip(20, () => " "),
      settings: { timeout: 1_000 },
      expected: throws("TimeoutError", "retried"),
    },
    {
      name: "never answered, within totalTimeout",
      settings: { totalTimeout: 1_500 },
      expected: throws("TimeoutError", 1),
    },
    {
      name: "attempt after attempt, within totalTimeout",
      settings: { timeout: 200, totalTimeout: 300, idempotencyKey: "key-1" },
      expected: throws("TimeoutError"),
    },
  ],
};
