import type { CheckFile } from "./check-file.js";
import type { Claim, TypeCheck } from "./claim.js";
import type { CompilerError } from "./compile.js";

/** What is wrong, by the name of the check; what concerns no claim is under `""`. Nothing is said twice. */
export function findingsOf(
  file: CheckFile,
  checks: readonly TypeCheck[],
  errors: readonly CompilerError[],
): ReadonlyMap<string, readonly string[]> {
  const byClaim = new Map<Claim | undefined, CompilerError>();
  for (const error of errors.toReversed()) byClaim.set(file.claims[error.line], error);
  const shared = errors.filter(({ line }) => file.claims[line] === undefined).map(({ message }) => message);
  const own = checks.map(({ name, claims }) => [name, messagesOf(claims, byClaim)] as const);
  return new Map([["", shared] as const, ...own].filter(([, messages]) => messages.length > 0));
}

type Errors = ReadonlyMap<Claim | undefined, CompilerError>;

function messagesOf(claims: readonly Claim[], errors: Errors): readonly string[] {
  const messages = new Map<string, string>();
  for (const claim of claims) {
    if (isAsExpected(claim, errors) || !tells(claim, errors)) continue;
    const { key, message } = claim.finding(errors.get(claim));
    if (!messages.has(key)) messages.set(key, message);
  }
  return [...messages.values()];
}

function isAsExpected(claim: Claim, errors: Errors): boolean {
  return claim.expected === "either" || errors.has(claim) === (claim.expected === "fails");
}

function tells({ given, unless }: Claim, errors: Errors): boolean {
  if (unless !== undefined && !errors.has(unless)) return false;
  return given.every((claim) => !errors.has(claim) && tells(claim, errors));
}
