import { refuseTaken } from "./fetch-options.js";
import type { CallOptions, CommonOptions, ConnectionOptions } from "./options.js";
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
  fetchOptions: 1,
  middleware: 1,
};
/** What a client alone can be told. */
export const ofClients: Names<Omit<ConnectionOptions, keyof CommonOptions>> = {
  baseUrl: 1,
  baseUrls: 1,
  server: 1,
  credentials: 1,
  fetch: 1,
  logger: 1,
};

/** What a call alone can be told. */
export const ofCalls: Names<Omit<CallOptions, keyof CommonOptions>> = { signal: 1, idempotencyKey: 1 };

/**
 * @param own What there is besides the options that clients and calls have in common.
 * @throws InvalidRequestError for an option that there is not, and for one of `fetch` that the call says itself.
 */
export function checkOptions(options: CommonOptions, own: object): void {
  refuseUnknown("options", options, () => Object.keys({ ...own, ...common }));
  refuseTaken(options.fetchOptions);
}
