export { DocumentError } from "./document/read-document.js";
export { testContract } from "./package/test-contract.js";
export type { ContractTest } from "./run/contract.js";
export { type RawRequestCase, readRawRequests } from "./run/raw-requests.js";
export { startTour, type Tour, type TourStop } from "./run/tour.js";
export {
  type Exchange,
  type HeaderLine,
  headerOf,
  type MatchedOperation,
  type RawAnswer,
  type RawRequest,
  type Violation,
} from "./server/exchange.js";
export type { MockServer } from "./server/mock-server.js";
export { type RecordingMockServer, type StartOptions, startMockServer } from "./server/start-mock-server.js";
