import type { PlatformRequest, PlatformResponse } from "../platform.js";
import type { WebhookDescriptions } from "./description.js";
import type { WebhookOptions } from "./options.js";
import { receiverOf } from "./receiver.js";

/**
 * Handles the request of a webhook: checks that it is the API's, finds out which webhook it is, and calls its handler.
 *
 * @returns the answer. It is one whatever arrives; what went wrong is told to `onProblem`
 * @throws InvalidRequestError where the options are wrong: no secret, a handler of no webhook
 */
export async function receiveWebhook<Handlers extends object>(
  described: WebhookDescriptions,
  request: PlatformRequest,
  options: WebhookOptions<Handlers>,
): Promise<PlatformResponse> {
  // A cast because the platform's request has no name for compilers that do not know it.
  return receiverOf(described, options)(request as Request);
}
