export type { PlatformRequest, PlatformResponse } from "../platform.js";
export type { EventKind, WebhookDescription, WebhookDescriptions, WebhookMark } from "./description.js";
export type {
  NoAnswer,
  WebhookAnswer,
  WebhookContext,
  WebhookHandler,
  WebhookHeaders,
  WebhookQuery,
} from "./handler.js";
export { type NodeRequest, type NodeResponse, webhookListener } from "./node.js";
export type { WebhookAuthentication, WebhookMessage, WebhookOptions, WebhookSettings } from "./options.js";
export type { WebhookProblem, WebhookProblemKind } from "./problem.js";
export { receiveWebhook } from "./receive-webhook.js";
export { signWebhook, type UnsignedEvent } from "./sign-webhook.js";
