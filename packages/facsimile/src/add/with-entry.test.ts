import { describe, expect, it } from "vitest";
import { withEntry } from "./with-entry.js";

const entry = { document: "b.yaml", out: "b", raw: true } as const;
const added = (text: string, file = "facsimile.config.yaml"): Promise<string> => withEntry(file, text, entry);

describe("withEntry", () => {
  it.each([
    ["", "documents:\n- document: a.yaml\n", "- document: b.yaml\n  out: b\n  raw: true\n"],
    [
      "",
      "documents:\n    - document: a.yaml\n      out: a\n",
      "    - document: b.yaml\n      out: b\n      raw: true\n",
    ],
    ["", "documents:\n  -\n    document: a.yaml\n", "  - document: b.yaml\n    out: b\n    raw: true\n"],
    [
      "",
      "documents:\n  - { document: 'a.yaml',\n      out: a }\n",
      "  - document: b.yaml\n    out: b\n    raw: true\n",
    ],
    ["", "documents:\n  - document: a.yaml\n    # raw: true\n", "  - document: b.yaml\n    out: b\n    raw: true\n"],
    ["", "documents:\r\n  - document: a.yaml\r\n", "  - document: b.yaml\r\n    out: b\r\n    raw: true\r\n"],
    ["", "documents:\n  - document: a.yaml", "\n  - document: b.yaml\n    out: b\n    raw: true\n"],
    ["strict: true # yes\n", "documents:\n- document: a.yaml\n", "- document: b.yaml\n  out: b\n  raw: true\n"],
    [
      "",
      "documents:\n  - document: a.yaml\n# not of it\n    accept:\n      - code: x\n        reason: |\n          - no entry\n\n          at all\n",
      "  - document: b.yaml\n    out: b\n    raw: true\n",
    ],
  ])("goes behind the last document: %j%j", async (before, documents, lines) => {
    for (const after of ["", "\n# The end.\n", "strict:   true\n", "...\n"]) {
      if (after !== "" && !documents.endsWith("\n")) continue;
      expect(await added(`${before}${documents}${after}`)).toBe(`${before}${documents}${lines}${after}`);
    }
  });

  it("goes into JSON as that is indented", async () => {
    const text = '{\r\n\t"documents": [\r\n\t\t{\r\n\t\t\t"document": "a.yaml"\r\n\t\t}\r\n\t]\r\n}\r\n';
    const lines = ',\r\n\t\t{\r\n\t\t\t"document": "b.yaml",\r\n\t\t\t"out": "b",\r\n\t\t\t"raw": true\r\n\t\t}';
    expect(await added(text, "facsimile.config.json")).toBe(text.replace("}\r\n\t]", `}${lines.slice(0)}\r\n\t]`));
  });

  it.each([
    ["facsimile.config.yaml", "documents: [{ document: a.yaml }]\n"],
    ["facsimile.config.yaml", "documents: &a\n  - &b { document: a.yaml,\n  out: a }\n"],
    ["facsimile.config.yaml", "documents:\n  - document: a.yaml\n    reason: |+\n      kept\n\n"],
    ["facsimile.config.json", '{ "documents": [{ "document": "a.yaml" }], }'],
  ])("is for a person to write where it would not be read as what it is: %s %j", async (file, text) => {
    await expect(added(text, file)).rejects.toThrow(
      `${file}: nothing can be written behind its documents as they stand there. Add this one by hand`,
    );
  });
});
