import type { Evidence } from "../facts/fact.js";
import type { Spec } from "../spec/load-spec.js";
import { type Texts, textsOf } from "./texts-of.js";

/** A text that is not the one that was read. */
export interface UnreadText {
  /** The id of the fact, or the JSON pointer of the text in the spec. */
  readonly subject: string;
  /** The page and the line of the fact. Undefined for a text of the spec. */
  readonly page: string | undefined;
  /** The place in the spec. Undefined where the text is the page's, or is gone. */
  readonly pointer: string | undefined;
  readonly says: string;
}

/** What has changed since the texts were read, the page's first. */
export function unreadTexts(spec: Spec, evidence: Evidence, read: Texts): readonly UnreadText[] {
  const now = textsOf(spec.json, evidence);
  const places = new Map(evidence.facts.map(({ id, page, line }) => [id, `${page}:${line}`]));
  const documented = changed(now.documented, read.documented).map(
    ({ name, what }): UnreadText => ({
      subject: name,
      page: places.get(name),
      pointer: undefined,
      says: says(what, "page"),
    }),
  );
  const own = changed(now.spec, read.spec).map(
    ({ name, what }): UnreadText => ({
      subject: name,
      page: undefined,
      pointer: what === "gone" ? undefined : name,
      says: says(what, "spec"),
    }),
  );
  return [...documented, ...own];
}

type What = "new" | "other" | "gone";

function changed(now: ReadonlyMap<string, string>, read: ReadonlyMap<string, string>): { name: string; what: What }[] {
  const names = [...new Set([...now.keys(), ...read.keys()])];
  return names.flatMap((name): { name: string; what: What }[] => {
    const [is, was] = [now.get(name), read.get(name)];
    if (is === was) return [];
    return [{ name, what: was === undefined ? "new" : is === undefined ? "gone" : "other" }];
  });
}

const sentences: Readonly<Record<What, string>> = {
  new: "has a text here that was not read",
  other: "has another text here than the one that was read",
  gone: "no longer has the text that was read",
};

function says(what: What, whose: "page" | "spec"): string {
  return `the ${whose} ${sentences[what]}: read spec and page side by side, then run "facsimile verify <provider> --texts-read"`;
}
