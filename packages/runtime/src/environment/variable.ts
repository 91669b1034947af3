import { CredentialsError } from "../errors/credentials.js";

/** Environment variables by name: `process.env`, the `env` of a worker, or an object of the application's own. */
export type Environment = object;

/**
 * The text of a variable; undefined where it is not set, or empty, and where there is neither an `env` nor a `process`.
 *
 * @throws CredentialsError where it is something else than a text, such as a binding of a worker
 */
export function readVariable(env: Environment | undefined, name: string): string | undefined {
  // A cast because the types of no platform are loaded here.
  const { process } = globalThis as { readonly process?: { readonly env?: Environment } };
  // An environment may be an object that has no prototype, or answers for each name when it is asked.
  const value: unknown = Reflect.get(env ?? process?.env ?? {}, name);
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") throw new CredentialsError(`the variable ${name} is no text`);
  return value;
}

/**
 * Two variables that belong together.
 *
 * @throws CredentialsError that names the one that is missing where the other is set
 */
export function readPair(
  env: Environment | undefined,
  one: string,
  other: string,
): readonly [string, string] | undefined {
  const [first, second] = [readVariable(env, one), readVariable(env, other)];
  if (first !== undefined && second !== undefined) return [first, second];
  if (first === second) return undefined;
  const [set, missing] = first === undefined ? [other, one] : [one, other];
  throw new CredentialsError(
    `the variable ${set} is set, and ${missing} is not or is empty: set both of them, or neither`,
  );
}
