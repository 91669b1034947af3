import type { Place } from "../facts/fact.js";
import type { Location } from "../spec/load-spec.js";

/** What a person has to answer before a spec is proved. */
export interface Question {
  readonly kind: QuestionKind;
  /** The operation or the schema that it is about; empty where it is about the document. */
  readonly subject: string;
  /** In one line. */
  readonly text: string;
  /** Where the spec, or the file of its waivers, has what it is about. */
  readonly spec: Pick<Location, "file" | "line">;
  /** Where the pages have it; nothing where none does. */
  readonly places: readonly NamedPlace[];
}

/** A place of the pages, with what stands there: the documented name. */
export interface NamedPlace extends Place {
  readonly name: string;
}

/** In the order in which they are best answered. */
export const questionKinds = ["disagrees", "unread", "names", "schemes", "rest", "unsourced", "needless"] as const;
export type QuestionKind = (typeof questionKinds)[number];
