import { all, type Claim, type Nothing, nothing, type Row } from "../claims.js";

/** Members that have no order, and lists whose order means nothing. */
export const unordered: Nothing = nothing("the order means nothing");

export const unused: Row["claims"] = all(nothing("a component is nothing until something refers to it"));

export const serversOfReceivers =
  "a receiver is where it said that it is: the servers of a webhook or a callback decide nothing";

/** Any value becomes one of a type, and back, which has a name of its own where the values are those of undeclared properties, or of an alternative. */
export const anything: Readonly<Record<"added" | "removed", Claim>> = {
  added: {
    at: {
      "other properties of a request body": "additional-properties-narrowed",
      "other properties of an answer": "additional-properties-narrowed",
    },
    else: "type-narrowed",
  },
  removed: {
    at: {
      "other properties of a request body": "additional-properties-widened",
      "other properties of an answer": "additional-properties-widened",
    },
    else: "type-widened",
  },
};
