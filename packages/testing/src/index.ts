export type { SentRequest } from "./judge-request.js";
export type { Make, MakeOptions } from "./make.js";
export { MockError } from "./mock-error.js";
export { type Answers, type MockFetch, mockFetch, type Reply, type ReplyOptions } from "./mock-fetch.js";
export type { Called } from "./operation-id.js";
export type { BodyOf, DataIn, Partly, StatusOf } from "./typed.js";
