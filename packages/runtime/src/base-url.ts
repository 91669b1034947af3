import { InvalidRequestError } from "./errors/invalid-request.js";
import { parseUrl } from "./url.js";

/** The document's server, for a client that is given no `baseUrl`. */
export interface ServerDescription {
  /** May hold `{variables}`; may be relative, and then a client needs a `baseUrl`. */
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  /** Absent where the caller has to give a value. */
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Where an API is: `url` has no slash at its end, and paths are put behind it. */
export interface Base {
  readonly url: string;
  readonly origin: string;
}

/**
 * Reads the place of an API from the options of a client.
 *
 * @throws InvalidRequestError when it is not an absolute http or https URL, or has user info, a query or a fragment.
 */
export function readBase(
  server: ServerDescription | undefined,
  baseUrl: string | undefined,
  variables: Readonly<Record<string, string | undefined>> = {},
): Base {
  const text = baseUrl ?? (server && fillServer(server, variables)) ?? "";
  const url = parseUrl(text);
  if (!url) throw new InvalidRequestError("baseUrl must be an absolute URL");
  if (!/^https?:$/.test(url.protocol)) throw new InvalidRequestError("baseUrl must begin with https:// or http://");
  if (url.username || url.password) throw new InvalidRequestError("baseUrl must not hold a user name or password");
  if (/[?#]/.test(text)) throw new InvalidRequestError("baseUrl must not have a query or a fragment");
  return { url: url.href.replace(/\/+$/, ""), origin: url.origin };
}

function fillServer(server: ServerDescription, values: Readonly<Record<string, string | undefined>>): string {
  const authority = /^[a-z]+:\/\/[^/]*/i.exec(server.url)?.[0].length ?? 0;
  return server.url.replace(/\{([^{}]*)\}/g, (_, name: string, offset: number) => {
    const variable = server.variables?.[name];
    const value = values[name] ?? variable?.default;
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
