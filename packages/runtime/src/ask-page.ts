import { type Call, prepareCall } from "./call.js";
import type { ClientState } from "./client.js";
import { nextLink, resolveLink } from "./link.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { pageOf } from "./page.js";
import type { Step } from "./page-step.js";
import type { Input } from "./request.js";
import { perform } from "./send.js";

/** A page as it arrived. */
export interface ArrivedPage {
  /** Undefined where nothing arrived, which is a page without items. */
  readonly page: unknown;
  /** The `next` of the `Link` header. */
  readonly link: string | undefined;
}

interface AskedPage extends ArrivedPage {
  /** The credentials that were sent with it, which its link may hold. */
  readonly secrets: Call["secrets"];
}

/**
 * Asks for one page of a list.
 *
 * @param first The input of the first page.
 * @param step What leads from there to this page.
 * @param secrets The credentials that were sent for the page before: a link of it may hold them.
 * @throws What `unwrap` throws.
 * @throws RedirectError for a link that leads away from the API.
 */
export async function askPage(
  client: ClientState,
  operation: Operation<never>,
  first: Input,
  step: Step,
  options: CallOptions,
  secrets: Call["secrets"] = [],
): Promise<AskedPage> {
  const asked: Input = { ...first, query: { ...first.query, ...step.query } };
  const link = step.link !== undefined && { url: resolveLink(client, operation, step.link), secrets };
  const call: Call = { ...prepareCall(client, operation, asked, options), ...link };
  const result = await perform(call);
  return { page: await pageOf(result), link: nextLink(result.response.headers), secrets: call.secrets };
}
