import type * as OwnDocument from "@facsimile/document";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as Comment from "../../src/print/comment.js";
import type * as Identifier from "../../src/print/identifier.js";
import type * as Literal from "../../src/print/literal.js";

/**
 * What holds the doors is tried on doors that are broken, one at a time: a text that should be written as a name, a literal, a comment or prose
 * goes into the package as it is. Each has to be noticed.
 */
const attack = {
  comment: "*/ globalThis.pwned = 1; /*",
  tag: "@ts-ignore",
  quote: '"; globalThis.pwned = 1; "',
  markup: "<script>alert(1)</script>",
  fence: "```\nopen",
  link: "[x](javascript:alert(1))",
};

beforeEach(() => {
  vi.resetModules();
  vi.doUnmock("@facsimile/document");
  for (const module of ["comment", "identifier", "literal"]) vi.doUnmock(`../../src/print/${module}.js`);
  for (const module of ["prose", "inline-prose", "visible", "client-summary"])
    vi.doUnmock(`../../src/emit/${module}.js`);
});

/** What is found in the packages when one text stands at one place of the document, and at none. */
async function findings(place: string, text: string): Promise<readonly string[]> {
  const { buildPackage } = await import("./build-package.js");
  const { differencesOf, faultsOf } = await import("./check-package.js");
  const { hostileDocument, placesOf } = await import("./hostile-document.js");
  if (!placesOf("3.1").has(place)) throw new Error(`There is no place ${place}.`);
  const build = (at: string): ReturnType<typeof buildPackage> =>
    buildPackage(JSON.stringify(hostileDocument("3.1", (asked, harmless) => (asked === at ? text : harmless))));
  const { files, diagnostics } = await build(place);
  if (files.size === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return [...faultsOf(files), ...differencesOf(files, (await build("none")).files)];
}

describe("a door that is broken is noticed:", () => {
  it("none is", async () => {
    for (const place of [
      "description",
      "operation description",
      "value",
      "schema name",
      "schema description",
      "operationId",
    ]) {
      for (const text of Object.values(attack)) expect(await findings(place, text), `${text} as ${place}`).toEqual([]);
    }
  });

  it("a comment that what is in it can end", async () => {
    vi.doMock("../../src/print/comment.js", async (original) => {
      const { text } = await import("../../src/print/code.js");
      const comment: typeof Comment.comment = (...blocks) =>
        text(`/** ${blocks.map((block) => (typeof block === "string" ? block : "")).join(" ")} */`);
      return { ...(await original<typeof Comment>()), comment };
    });
    expect(await findings("operation description", attack.comment)).not.toEqual([]);
    expect(await findings("query parameter, description", attack.tag)).not.toEqual([]);
  });

  it("a literal that what is in it can end", async () => {
    vi.doMock("../../src/print/literal.js", async (original) => {
      const { text } = await import("../../src/print/code.js");
      const literal: typeof Literal.literal = (value) => text(typeof value === "string" ? `"${value}"` : String(value));
      return { ...(await original<typeof Literal>()), literal };
    });
    expect(await findings("value", attack.quote)).not.toEqual([]);
    expect(await findings("prefix of a key", attack.quote)).not.toEqual([]);
  });

  it("a name that may be anything", async () => {
    vi.doMock("../../src/print/identifier.js", async (original) => {
      const { text } = await import("../../src/print/code.js");
      return { ...(await original<typeof Identifier>()), identifier: text, memberName: text, isIdentifier: () => true };
    });
    // The model makes a name of it first: that door stands open too.
    vi.doMock("@facsimile/document", async (original) => {
      const own = await original<typeof OwnDocument>();
      return { ...own, buildModel: (document: OwnDocument.Document) => withNamesAsWritten(own.buildModel(document)) };
    });
    expect(await findings("schema name", attack.quote)).not.toEqual([]);
  });

  it("prose that is copied", async () => {
    vi.doMock("../../src/emit/prose.js", () => ({
      prose: (text: string) => text,
      proseParts: (text: string) => [text, ""],
    }));
    for (const text of [attack.markup, attack.fence, attack.link, "# x", "x\n===", "<!-- x"])
      expect(await findings("description", text), text).not.toEqual([]);
  });

  it("a cell that is copied", async () => {
    vi.doMock("../../src/emit/inline-prose.js", () => ({ inlineProse: (text: string) => text }));
    for (const text of [attack.markup, attack.link])
      expect(await findings("key, description", text), text).not.toEqual([]);
  });

  it("a sentence of package.json that holds what cannot be seen, or nothing", async () => {
    vi.doMock("../../src/emit/client-summary.js", async (original) => ({
      ...(await original<object>()),
      clientSummary: (title: string) => title,
    }));
    for (const text of ["a\nb", "\u202e", ""]) expect(await findings("title", text), text).not.toEqual([]);
  });
});

/** A model that calls schemas what the document calls them. */
function withNamesAsWritten({ api, ...rest }: OwnDocument.BuildResult): OwnDocument.BuildResult {
  const schemaTypes = api?.schemaTypes.map((type) => ({ ...type, name: type.component }));
  return { ...rest, api: api && { ...api, schemaTypes: schemaTypes ?? [] } };
}
