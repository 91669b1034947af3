import type { ServerDescription, ServerValues } from "./base-url.js";
import { InvalidRequestError } from "./errors/invalid-request.js";

/**
 * Puts values into the URL of a server.
 *
 * @throws InvalidRequestError for one that is missing or not allowed.
 */
export function fillServer(server: ServerDescription, values: ServerValues): string {
  const authority = /^[a-z]+:\/\/[^/]*/i.exec(server.url)?.[0].length ?? 0;
  return server.url.replace(/\{([^{}]*)\}/g, (_, name: string, offset: number) => {
    const variable = server.variables?.[name];
    const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? variable?.default;
    if (value === undefined) throw new InvalidRequestError(`server variable "${name}" is required, or else baseUrl`);
    if (variable?.enum && !variable.enum.includes(value)) {
      throw new InvalidRequestError(`server variable "${name}" must be one of ${variable.enum.join(", ")}`);
    }
    // A tenant's name that holds a slash would send the credentials to another host.
    if (offset < authority && !/^[\w.:-]+$/.test(value)) {
      throw new InvalidRequestError(`server variable "${name}" must be part of a host name`);
    }
    return value;
  });
}
