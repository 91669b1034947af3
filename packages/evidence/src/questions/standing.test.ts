import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { DraftQuestion } from "../draft/drafting.js";
import { loadSpec } from "../spec/load-spec.js";
import { standingQuestions } from "./standing.js";

const text = `openapi: 3.1.0
info:
  # Is it 1?
  # Or is it 2?
  version: "1"
  # As the page says.
  title: Shelf
paths:
  /books:
    get:
      # Is one of them enough?
      security:
        - key: []
      responses: {}
`;

const question = (pointer: string, asked: string): DraftQuestion => ({ pointer, text: asked, about: "rest" });

it.each([
  ["above its line", question("/info/version", "Or is it 2?"), true],
  ["anywhere in the comment above it", question("/info/version", "Is it 1?"), true],
  [
    "above the key of a value that begins below it",
    question("/paths/~1books/get/security", "Is one of them enough?"),
    true,
  ],
  ["whose comment somebody has written over", question("/info/title", "Is it Shelf?"), false],
  ["at a place without a comment", question("/paths/~1books/get/responses", "Which are there?"), false],
  ["of what is no longer there", question("/info/description", "As the page says."), false],
])("a question %s stands where it does", async (_, asked, stands) => {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-standing-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "openapi.yaml"), text);
  const spec = await loadSpec(join(folder, "openapi.yaml"), "openapi.yaml");
  expect(standingQuestions([asked], spec, text)).toEqual(stands ? [asked] : []);
});
