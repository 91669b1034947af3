import { expect } from "vitest";
import { draftSpec, loadSpec, type PageSource, readDocumentation, type Verification, verify } from "../src/index.js";
import type { JsonObject } from "../src/spec/json.js";
import { shelfPages } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

const api = "docs/BooksApi.md";

/** The draft from pages, with what its own evidence says about it. */
export async function draftOf(
  pages: readonly PageSource[],
): Promise<{ readonly text: string; readonly verification: Verification }> {
  const { evidence, problems } = readDocumentation("shelf", pages);
  if (evidence === undefined) throw new Error(JSON.stringify(problems));
  const text = draftSpec(evidence);
  const folder = await temporaryFolder({ "openapi.yaml": text });
  return { text, verification: verify(await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"), evidence, []) };
}

export function json({ verification }: { readonly verification: Verification }): JsonObject {
  return verification.spec.json;
}

/** No draft disagrees with the evidence that it was made from. */
export function expectAgreement({ verification }: { readonly verification: Verification }): void {
  const open = verification.findings.filter(({ verdict }) => verdict === "contradicted" || verdict === "missing");
  expect(open.map(({ fact, says }) => `${fact.id}: the spec ${says}`)).toEqual([]);
}

/** The Python pages with several edits of the page of operations. */
export async function edited(
  ...edits: readonly (readonly [from: string | RegExp, to: string])[]
): Promise<readonly PageSource[]> {
  return (await shelfPages("python")).map((page) => {
    if (page.file !== api) return page;
    const text = edits.reduce((before, [from, to]) => {
      const after = before.replace(from, to);
      if (after === before && from !== to) throw new Error(`the page does not hold ${String(from)}`);
      return after;
    }, page.text);
    return { file: page.file, text };
  });
}

export const noSample: readonly [RegExp, string] = [
  /```python\nimport shelf\nfrom[\s\S]*?```/,
  "```python\npass\n```",
] as const;
