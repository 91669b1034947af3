export { type CompileError, findCompileErrors, type PrismPart } from "./prism/compile-errors.js";
export { type Interceptor, type MockServer, openMockServer } from "./server/mock-server.js";
export { DocumentError, type ReadDocument, readDocument } from "./server/read-document.js";
export { type RecordingMockServer, type StartOptions, startMockServer } from "./server/start-mock-server.js";
export { type Delivery, type SendOptions, sendWebhook } from "./webhooks/send-webhook.js";
export { SecretError, type SignedEvent, signEvent } from "./webhooks/sign-event.js";
export { EventError, type WebhookEvent, webhookEvent } from "./webhooks/webhook-event.js";
export {
  type Exchange,
  type HeaderLine,
  headerOf,
  type MatchedOperation,
  type RawAnswer,
  type RawRequest,
  type Violation,
} from "./wire/exchange.js";
export { explainPort } from "./wire/listen.js";
