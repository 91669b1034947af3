import type { PutScanInput, Scan, SendFormInput, SendJsonInput, SendUrlencodedInput } from "./types-binary/index.js";

const page = new Blob(["a"]);
export const scan: PutScanInput = { body: page, query: { mark: "a" }, header: { "x-mark": "a" } };
// @ts-expect-error a query is text
export const marked: PutScanInput = { body: page, query: { mark: page } };
// @ts-expect-error so are headers
export const headed: PutScanInput = { body: page, header: { "x-mark": page } };

export const form: SendFormInput["body"] = { page, back: page, more: [page], notes: { mark: "a" }, name: "b" };
// @ts-expect-error a part in JSON is text at every depth
export const deep: SendFormInput["body"] = { page, notes: { mark: page } };
// @ts-expect-error a list of pages is a part for each
export const texts: SendFormInput["body"] = { page, more: ["a"] };
export const json: SendJsonInput["body"] = { page: "a", back: null, more: ["b"] };
// @ts-expect-error in JSON it is text
export const wrongJson: SendJsonInput["body"] = { page };
export const urlencoded: SendUrlencodedInput["body"] = { page: "a", more: ["b"] };
// @ts-expect-error in a urlencoded form it is text
export const wrongUrlencoded: SendUrlencodedInput["body"] = { page };
export const answered: Scan = { page: "a", back: null };
