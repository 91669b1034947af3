import path from "node:path";
import { step } from "../progress.js";
import { specFile } from "./places.js";
import { verifyDocument } from "./prove.js";
import { writeQuestions } from "./questions.js";
import { findWireNames, readPages, type Told, writeDocument } from "./read.js";
import type { Way } from "./way.js";
import type { PagesOrder } from "./workbench.js";

/** A provider of documentation pages: evidence, a document that is drafted of it, and the questions that are left. */
export const fromPages: Way<PagesOrder> = {
  files: (order) => ["wire.json", "evidence.json", "openapi.yaml"].map((file) => specFile(order, file)),
  given: ({ docs }) => `the documentation in ${path.relative(process.cwd(), docs) || "."}`,
  document: async (bench) => {
    const short = ({ short: words }: Told): string => words;
    await step("look for the names on the wire", () => findWireNames(bench), short);
    const pages = await step("read the pages into evidence", () => readPages(bench), short);
    await step("write the document", () => writeDocument(bench), short);
    const verified = await step("hold it against the evidence", () => verifyDocument(bench), short);
    return [...pages.problems, ...verified.problems];
  },
  rest: async (bench) => `${await writeQuestions(bench)} questions are open: ${specFile(bench, "questions.md")}`,
};
