import type { ObjectRows } from "../cells.js";
import { wordsInside } from "../claims.js";

/** Objects that say something to people, and nothing to programs. */
export const wordTables: Readonly<
  Record<"info" | "contact" | "license" | "external documentation" | "tag", ObjectRows>
> = {
  info: {
    base: { title: "Things", version: "1" },
    rows: {
      title: wordsInside("one", "two"),
      summary: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      termsOfService: wordsInside("https://example.com/one", "https://example.com/two"),
      contact: wordsInside({ name: "one" }),
      license: wordsInside({ name: "one" }),
      version: wordsInside("1", "2"),
      "x-note": wordsInside("one", "two"),
    },
  },
  contact: {
    base: {},
    rows: {
      name: wordsInside("one", "two"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      email: wordsInside("one@example.com", "two@example.com"),
      "x-note": wordsInside("one", "two"),
    },
  },
  license: {
    base: { name: "one" },
    rows: {
      name: wordsInside("one", "two"),
      identifier: wordsInside("MIT", "ISC"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      "x-note": wordsInside("one", "two"),
    },
  },
  "external documentation": {
    base: { url: "https://example.com/one" },
    rows: {
      description: wordsInside("one", "two"),
      url: wordsInside("https://example.com/one", "https://example.com/two"),
      "x-note": wordsInside("one", "two"),
    },
  },
  tag: {
    base: { name: "things" },
    rows: {
      name: wordsInside("things", "others"),
      summary: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      parent: wordsInside("one", "two"),
      kind: wordsInside("nav", "badge"),
      externalDocs: wordsInside({ url: "https://example.com" }),
      "x-note": wordsInside("one", "two"),
    },
  },
};
