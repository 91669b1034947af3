import type { Scan, SendFormInput, SendJsonInput } from "./types-binary-content/index.js";

const page = new Blob(["a"]);
type Form = SendFormInput["body"];
export const form: Form = {
  page,
  typeless: page,
  encoded: "a",
  text: "b",
  json: "{}",
  either: page,
  pages: [page, [page]],
};
// @ts-expect-error a page is bytes
export const text: Form = { page: "a" };
// @ts-expect-error what is encoded is text
export const encoded: Form = { page, encoded: page };
// @ts-expect-error plain text is text
export const plain: Form = { page, text: page };
export const json: SendJsonInput["body"] = { page: "a", either: "b", pages: ["a", ["b"]] };
// @ts-expect-error in JSON it is text
export const wrongJson: SendJsonInput["body"] = { page };
export const answered: Scan = { page: "a", either: null, pages: ["a", ["b"]] };
// @ts-expect-error an answer is JSON
export const wrong: Scan = { page };
