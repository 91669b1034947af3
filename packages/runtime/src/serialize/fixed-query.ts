import type { RequestWriter } from "../operation.js";

/** Puts the query that every request of an operation has before what parameters stand for. Comes after `writeQuery`. */
export const writeFixedQuery: RequestWriter = (draft, { query = "" }) => {
  draft.query = draft.query ? `${query}&${draft.query}` : query;
};
