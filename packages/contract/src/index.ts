export { DocumentError, type ReadDocument, readDocument } from "./document/read-document.js";
export { belowThreshold, type Expectations, readExpectations } from "./mutation/expectations.js";
export type { Verdict } from "./mutation/mutant.js";
export { type MutationOptions, type MutationRun, runMutation } from "./mutation/run-mutation.js";
export { type Score, scoreByFamily, scoreByOperator } from "./mutation/score.js";
export { writeMutationReport } from "./mutation/write-report.js";
export type { Finding } from "./oracles/finding.js";
export { testContract } from "./package/test-contract.js";
export { type Proxy, type ProxyOptions, startProxy } from "./proxy/proxy.js";
export type { ProxyReport } from "./proxy/record.js";
export { writeProxyReport } from "./proxy/write-report.js";
export type { CaseResult, ContractReport } from "./report/report.js";
export { writeReport } from "./report/write-report.js";
export { type Contract, type ContractTest, readContract } from "./run/contract.js";
export { type HeldPackage, holdPackage } from "./run/hold-package.js";
export { type HeldServer, holdServer, type ServerTest } from "./run/hold-server.js";
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
export { explainPort } from "./server/listen.js";
export { type MockServer, openMockServer } from "./server/mock-server.js";
export { type RecordingMockServer, type StartOptions, startMockServer } from "./server/start-mock-server.js";
