import type { ErrorName, Expected, Observation, Requests } from "./fault.js";

type Check = (seen: Observation) => string | undefined;

/** The call rejects with this error. */
export function throws(name: ErrorName, requests?: Requests, check?: Check): Expected {
  return { throws: name, ...(requests !== undefined && { requests }), ...(check && { check }) };
}

/** The call resolves to a result that is no success. */
export function fails(status: number | "success", requests: Requests = 1, check?: Check): Expected {
  return { status, ok: false, requests, ...(check && { check }) };
}

/** The call resolves to the success that the document states. */
export function succeeds(requests = 1, check?: Check): Expected {
  return { status: "success", ok: true, requests, ...(check && { check }) };
}

/** The result holds this as `data` or `error`; as `text` where the document states no content for the status. */
export function holds(value: unknown): Check {
  return ({ result }) => {
    const wanted = JSON.stringify(value);
    const actual = JSON.stringify(result?.ok ? result.data : result?.error);
    if (actual === wanted || (actual === undefined && (result?.text === wanted || result?.text === value)))
      return undefined;
    return `holds ${actual} instead of ${wanted}`;
  };
}

/** The result says that this differs from the document. */
export function differsIn(kind: "status" | "content-type" | "body", text?: string): Check {
  return ({ result }) => {
    const { problem, text: actual } = result ?? {};
    if (problem?.kind !== kind) return `differs in ${problem?.kind} instead of ${kind}`;
    return text === undefined || text === actual ? undefined : `has ${actual?.length} characters of text`;
  };
}

/** The client made this many attempts, as its log says. */
export function tried(times: number): Check {
  return ({ attempts }) => (attempts === times ? undefined : `was tried ${attempts} times instead of ${times}`);
}

/** The error or result has these members. */
export function has(members: Readonly<Record<string, unknown>>): Check {
  return ({ error, result }) => {
    const actual = (error ?? result) as Readonly<Record<string, unknown>>;
    const wrong = Object.entries(members).find(([name, value]) => !matches(actual[name], value));
    return wrong && `${wrong[0]} is ${JSON.stringify(actual[wrong[0]])} instead of ${wrong[1]}`;
  };
}

function matches(actual: unknown, expected: unknown): boolean {
  return expected instanceof RegExp ? expected.test(String(actual)) : actual === expected;
}
