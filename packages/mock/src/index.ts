export { type CompileError, findCompileErrors, type PrismPart } from "./prism/compile-errors.js";
export { createRedactor, type Redactor } from "./secrets/redactor.js";
export { createSecrets, type Secrets } from "./secrets/secrets.js";
export type { Cors } from "./server/cors.js";
export { DocumentError } from "./server/document-error.js";
export { isHostName, isOrigin } from "./server/doors.js";
export { findDocument } from "./server/find-document.js";
export { type Interceptor, type MockServer, type MockServerOptions, openMockServer } from "./server/mock-server.js";
export { type ReadDocument, type ReadOptions, readDocument } from "./server/read-document.js";
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
