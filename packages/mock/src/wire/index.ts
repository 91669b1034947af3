export { ownPrefer } from "./asks-for-answer.js";
export { decodeContent } from "./content-coding.js";
export {
  type Exchange,
  type HeaderLine,
  headerLines,
  headerOf,
  joinedHeader,
  type MatchedOperation,
  type RawAnswer,
  type RawRequest,
  type Violation,
} from "./exchange.js";
export { isFraming } from "./framing.js";
export { close, listen } from "./listen.js";
export type { Match } from "./match-operation.js";
export { accepts, isForm, isMultipart, matchesMediaType } from "./media-type.js";
export { isLoopback, isOwnHost } from "./own-host.js";
export { problem } from "./problem.js";
export {
  type ClientPlaces,
  clientPlaces,
  matchServed,
  pathBefore,
  type ServedPaths,
  servedPaths,
} from "./served-paths.js";
