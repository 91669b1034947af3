import type { Taken } from "./fetch-options.js";
import type { CallOptions, CommonOptions, ConnectionOptions } from "./options.js";
import { refuse } from "./serialize/refuse.js";
import { refuseUnknown } from "./unknown.js";

/** Names of options. Members of an object: the compiler sees one that is missing. */
type Names<Options> = Readonly<Record<keyof Options, 1>>;

const common: Names<CommonOptions> = {
  headers: 1,
  timeout: 1,
  totalTimeout: 1,
  retry: 1,
  maxResponseSize: 1,
  strict: 1,
  validate: 1,
  fetchOptions: 1,
  middleware: 1,
};
/** What a client can be told. */
export const ofClients: Names<ConnectionOptions> = {
  baseUrl: 1,
  baseUrls: 1,
  server: 1,
  credentials: 1,
  fetch: 1,
  logger: 1,
  ...common,
};

/** What a call can be told. */
export const ofCalls: Names<CallOptions> = { signal: 1, idempotencyKey: 1, ...common };

/** What `fetchOptions` may not say. */
const taken: readonly Taken[] = ["method", "headers", "body", "signal", "redirect", "duplex"];

/**
 * @param known What there is.
 * @throws InvalidRequestError for an option that there is not, and for one of `fetch` that the call says itself.
 */
export function checkOptions(options: CommonOptions, known: object): void {
  refuseUnknown("options", options, () => Object.keys(known));
  for (const name of taken)
    if (options.fetchOptions?.[name] !== undefined) refuse({ in: "fetchOptions", name }, "is the call's own");
}
