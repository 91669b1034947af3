import { inspect } from "node:util";

/** Everything that shows what a value holds: to a person, to a logger, to an error tracker. */
function* textsOf(value: unknown, seen = new Set<unknown>()): Generator<readonly [where: string, text: string]> {
  if (seen.has(value)) return;
  seen.add(value);
  yield ["util.inspect", inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null })];
  yield ["String", String(value)];
  yield ["JSON.stringify", JSON.stringify(value) ?? ""];
  if (value instanceof Error) {
    yield ["message", value.message];
    yield ["stack", value.stack ?? ""];
    if (value.cause !== undefined) yield* textsOf(value.cause, seen);
  }
}

/** Says where a secret can be seen. */
export function findLeaks(values: Readonly<Record<string, unknown>>, secrets: readonly string[]): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const places = [...textsOf(value)].filter(([, text]) => secrets.some((secret) => text.includes(secret)));
    return places.map(([where]) => `${where} of the ${name} shows a credential`);
  });
}
