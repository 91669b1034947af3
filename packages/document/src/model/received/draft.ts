import type { ReceivedOperation } from "../api.js";

/** Something that is received, before it has a name. */
export type ReceivedDraft = Pick<ReceivedOperation, "operation" | "sender" | "expression" | "key">;
