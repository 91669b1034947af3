export type { Answers, Reply, ReplyOptions } from "./answers.js";
export type { DocumentSource } from "./description.js";
export type { Make, MakeOptions } from "./make.js";
export type { MakeInput } from "./make-input.js";
export { MockError } from "./mock-error.js";
export { type MockFetch, mockFetch } from "./mock-fetch.js";
export type { Called } from "./operation-id.js";
export type { SentRequest } from "./sent-request.js";
export type { BodyOf, DataIn, InputOf, Partly, StatusOf } from "./typed.js";
