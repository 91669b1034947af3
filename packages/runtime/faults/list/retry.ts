import { fails, has, succeeds } from "../expected.js";
import type { Fault, FaultGroup, Shape } from "../fault.js";

const repeatable: readonly Shape[] = ["read", "replace", "remove"];

/** Refuses once with a header, then answers. */
function once(
  status: number,
  header: string | undefined,
  name = `${status}, ${header ?? "without a header"}, then well`,
): Fault {
  return {
    name,
    answer: (wire) =>
      wire.number === 1 ? wire.json(status, "{}", header === undefined ? [] : [header]) : wire.succeed(),
    ...(status !== 429 && { shapes: repeatable }),
    expected: succeeds(2),
  };
}

/** Asks for a wait that is too long, so that the answer is the result at once. */
function tooLong(header: string): Fault {
  return { name: `429, ${header}`, answer: (wire) => wire.json(429, "{}", [header]), expected: fails(429, 1) };
}

const inOneSecond = (): string => new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000).toUTCString();

export const retry: FaultGroup = {
  title: "Refusals that pass, and waiting",
  faults: [
    ...[408, 429, 500, 502, 503, 504].map((status) => once(status, undefined)),
    once(503, "Retry-After: 0"),
    once(429, "Retry-After: 0"),
    once(503, "Retry-After: 1"),
    once(503, "Retry-After: 0.05"),
    once(429, "Retry-After-Ms: 20"),
    once(503, "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT", "503, Retry-After: a date that is past, then well"),
    {
      name: "503, Retry-After: a date in a second, by the server's clock that is an hour ahead",
      answer: (wire) => {
        const hour = 3_600_000;
        const now = new Date(Date.now() + hour).toUTCString();
        const then = new Date(Date.now() + hour + 1_000).toUTCString();
        return wire.number === 1 ? wire.json(503, "{}", [`Date: ${now}`, `Retry-After: ${then}`]) : wire.succeed();
      },
      shapes: repeatable,
      expected: succeeds(2),
    },
    {
      name: "503, Retry-After: a date in a second",
      answer: (wire) => (wire.number === 1 ? wire.json(503, "{}", [`Retry-After: ${inOneSecond()}`]) : wire.succeed()),
      shapes: repeatable,
      expected: succeeds(2),
    },
    ...["soon", "-5", "1e3", "NaN", "Infinity", "0x10", "1, 2", "99 bottles"].map((garbage) =>
      once(503, `Retry-After: ${garbage}`),
    ),
    tooLong("Retry-After: 61"),
    tooLong("Retry-After: 3600"),
    tooLong("Retry-After: 99999999999999999999999999"),
    tooLong("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"),
    tooLong("Retry-After-Ms: 60001"),
    { name: "429 again and again", answer: (wire) => wire.json(429, "{}"), expected: fails(429, 3) },
    { name: "503 again and again", answer: (wire) => wire.json(503, "{}"), expected: fails(503, "retried") },
    {
      name: "503 again and again, with an idempotency key",
      answer: (wire) => wire.json(503, "{}"),
      settings: { idempotencyKey: "key-1" },
      expected: fails(503, 3),
    },
    {
      name: "a wait that is longer than totalTimeout",
      answer: (wire) => wire.json(429, "{}", ["Retry-After: 50"]),
      settings: { totalTimeout: 20_000 },
      expected: fails(429, 1),
    },
    {
      name: "the last refusal differs from the first",
      answer: (wire) => wire.json(wire.number === 3 ? 404 : 429, `{"number":${wire.number}}`),
      expected: fails(404, 3, has({ ok: false })),
    },
    {
      name: "the body is sent again, the same each time",
      answer: (wire) => (wire.number < 3 ? wire.json(429, "{}") : wire.succeed()),
      shapes: ["write", "replace"],
      expected: succeeds(3, ({ requests }) =>
        new Set(requests.map((request) => request.body)).size === 1 && requests[0]?.body
          ? undefined
          : "the bodies differ, or there is none",
      ),
    },
  ],
};
