import createOpenapiFetchClient, { type Client } from "openapi-fetch";
import type { Fetch, RequestHeaders } from "./options.js";
import type { RequestContent } from "./serialize/body.js";

/** openapi-fetch's client. */
export type RawClient<Paths extends object = object> = Client<Paths>;

/** A request as it goes out: nothing of it is encoded or changed any more. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly body: RequestContent | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends a request and hands back the answer with its body unread. */
export type Transport = (request: OutgoingRequest) => Promise<Response>;

/** What openapi-fetch takes for a request. A real one would be built only to be taken apart again by `fetch`. */
class Draft {
  constructor(
    readonly url: string,
    readonly init: RequestInit,
  ) {}
}

/** What openapi-fetch takes for an answer without a body, so that it leaves the body of the real one alone. */
interface Unread {
  readonly status: 204;
  readonly ok: true;
  readonly headers: Headers;
  readonly unread: Response;
}

type AnyPaths = Record<string, Record<"get", { responses: Record<never, never> }>>;

/** Calls go through openapi-fetch; this module is the only one that knows. */
export function createTransport(fetch: Fetch): Transport {
  const client = createOpenapiFetchClient<AnyPaths>({
    // openapi-fetch uses no more of the two than the stand-ins have.
    Request: Draft as unknown as typeof Request,
    fetch: (async ({ url, init }: Draft): Promise<Unread> => {
      const unread = await fetch(url, init);
      return { status: 204, ok: true, headers: unread.headers, unread };
    }) as unknown as (request: Request) => Promise<Response>,
    querySerializer: () => "",
    bodySerializer: (body) => body,
  });
  return async ({ method, url, headers, body, signal }) => {
    const { response } = await client.request(method.toLowerCase() as "get", url, {
      headers: headers as Record<string, string>,
      // A stream needs `duplex` (Fetch, "RequestDuplex"); openapi-fetch has no type for a body that is serialized already.
      ...(body !== undefined && { body: body as never, duplex: "half" }),
      redirect: "manual",
      signal: signal ?? null,
    });
    return (response as unknown as Unread).unread;
  };
}

/** A client of openapi-fetch for those who want it as it is. */
export function createRawClient(
  baseUrl: string,
  headers: RequestHeaders | undefined,
  fetch: (request: Request) => Promise<Response>,
): RawClient {
  return createOpenapiFetchClient<object>({ baseUrl, headers: headers ?? {}, fetch });
}
