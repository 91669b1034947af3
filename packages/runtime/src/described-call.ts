import { type ArrivedPage, askPage } from "./ask-page.js";
import type { Inquiry } from "./call.js";
import type { ClientState } from "./client.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { Step } from "./page-step.js";
import type { Input } from "./request.js";

/** What a call would be. Made by {@link describeCall}. */
export interface DescribedCall {
  readonly operation: Operation<never>;
  /** Where the client goes for it, without a slash at the end. */
  readonly baseUrl: string;
}

/** The clients of the calls, kept beside them: they hold credentials. */
const clients: WeakMap<DescribedCall, ClientState> = /* @__PURE__ */ new WeakMap();

/**
 * What a call of an operation would be, at once. Nothing is written or sent, whatever its input is.
 *
 * @param call Calls the operation, as a function or as a method, with the options that it is given.
 * @throws InvalidRequestError where it calls no operation of a generated package.
 */
export function describeCall(call: (options: CallOptions) => unknown): DescribedCall {
  let described: DescribedCall | undefined;
  const inquiry: Inquiry = {
    tell: (client, operation) => {
      described = { operation, baseUrl: client.base(operation.server).url };
      clients.set(described, client);
      throw new InvalidRequestError("the call was described, and is not made");
    },
  };
  // An operation is an async function: it has told when it answers, and what it answers is a rejection.
  Promise.resolve(call(inquiry)).catch(() => {});
  if (described) return described;
  throw new InvalidRequestError("what is called is no operation of a generated package, or its client is none");
}

/**
 * Asks for one page of what a call answers.
 *
 * @param first The input of the first page.
 * @param step What leads from there to this page.
 * @throws What `unwrap` throws, and RedirectError for a link that leads away from the API.
 */
export async function askDescribedPage(
  call: DescribedCall,
  first: Input,
  step: Step,
  options: CallOptions,
): Promise<ArrivedPage> {
  const client = clients.get(call);
  if (!client) throw new InvalidRequestError("not a call that this copy of @facsimile/runtime has described");
  const { page, link } = await askPage(client, call.operation, first, step, options);
  return { page, link };
}
