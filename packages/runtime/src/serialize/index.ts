export { writeBody } from "./body.js";
export { writeFixedQuery } from "./fixed-query.js";
export { writeHeaders } from "./headers.js";
export { multipart } from "./multipart.js";
export { writePath } from "./path.js";
export { writeCookies, writeQuery } from "./query.js";
export { writeStyledPath } from "./styled-path.js";
export { urlencoded } from "./urlencoded.js";
