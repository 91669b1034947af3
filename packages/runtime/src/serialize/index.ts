export { type RequestContent, type SerializedBody, serializeBody } from "./body.js";
export { serializeHeaders } from "./headers.js";
export { multipart } from "./multipart.js";
export { serializePath } from "./path.js";
export { serializeCookies, serializeQuery } from "./query.js";
export { urlencoded } from "./urlencoded.js";
