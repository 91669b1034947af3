import type { Evidence, Fact, Page, Place } from "../facts/fact.js";
import { factId } from "../facts/fact-id.js";
import type { Family } from "../families/family.js";
import { readAuthorizationPage } from "./authorization-page.js";
import { type KnownPage, modelPages, newerOperations, operationsPages, readmes, recognize } from "./known-page.js";
import { familyOf } from "./language.js";
import { mergeFacts } from "./merge.js";
import { modelOf, readModelPage } from "./model-page.js";
import { operationKeys } from "./operation-keys.js";
import { readOperationsPage } from "./operations-page.js";
import { checkReadme, checkSamples, htmlTables } from "./page-agreement.js";
import { digestOf, type MarkdownPage, type PageSource } from "./page-source.js";
import type { Problem } from "./problem.js";
import { Reading } from "./reading.js";
import { jsonLines } from "./samples/find-samples.js";
import { holdSamples } from "./samples/hold-samples.js";
import { strayRows } from "./stray-rows.js";
import { isTagsModelPage, readTagsModelPage } from "./tags/model-page.js";
import { readTagsOperationsPage } from "./tags/operations-page.js";
import { unclosedBlocks } from "./unclosed.js";
import { unstatedFacts } from "./unstated.js";
import { ambiguousWire, missingModels, sameModels } from "./whole-folder.js";
import { readWire } from "./wire.js";

/** How many samples in JSON the pages have. */
export interface SampleCounts {
  readonly all: number;
  /** Those that say nothing: what they are of is not said above them, or they are not whole. */
  readonly unread: readonly Place[];
}

export interface ReadResult {
  /** Undefined where there is a problem: half of the facts would look like all of them. */
  readonly evidence: Evidence | undefined;
  readonly problems: readonly Problem[];
  readonly samples: SampleCounts;
}

export interface ReadOptions {
  /** Makes evidence of what was understood, with each problem as a fact that no verification passes. Default: false. */
  readonly keepGoing?: boolean;
  /** What was wrong before the pages could be read. */
  readonly problems?: readonly Problem[];
}

/** Reads the pages of one provider into evidence. The order of the pages does not matter. */
export function readDocumentation(
  provider: string,
  sources: readonly PageSource[],
  options: ReadOptions = {},
): ReadResult {
  const problems: Problem[] = [...(options.problems ?? [])];
  const pages = sources.toSorted((a, b) => (a.file < b.file ? -1 : 1)).flatMap((source) => recognize(source, problems));
  const family = familyOf(newerOperations(pages), problems);
  if (family === undefined) return { evidence: undefined, problems, samples: { all: 0, unread: [] } };
  const keys = operationKeys(operationsPages(pages), family);
  const models = new Set(modelPages(pages).map(({ model }) => model));
  const readings = pages.map((page) => {
    const { file } = page.source;
    return { page, reading: readPage(page, new Reading(family, file, keys.get(file), models)) };
  });
  const merged = putTogether(readings, family);
  const samples = countSamples(pages, merged.samples);
  problems.push(
    ...readings.flatMap(({ reading }) => reading.problems),
    ...sameModels(pages),
    ...missingModels(
      pages,
      readings.map(({ reading }) => reading),
    ),
    ...merged.problems,
    ...pages.flatMap(lostParts),
    ...readmes(pages).flatMap((readme) => checkReadme(readme, keys, merged.facts)),
    ...checkSamples(merged.facts),
    ...ambiguousWire(keys, merged.facts),
  );
  if (problems.length > 0 && options.keepGoing !== true) return { evidence: undefined, problems, samples };
  const list = pages.map((page): Page => ({ file: page.source.file, role: page.role, digest: digestOf(page.source) }));
  const differences = [...merged.differences, ...readings.flatMap(({ reading }) => reading.differences)];
  const facts = [...merged.facts, ...unstatedFacts(family.name, merged.facts), ...unreadFacts(problems)];
  return { evidence: { provider, family: family.name, pages: list, facts, differences }, problems, samples };
}

/** What a page has and nobody reads. The README has other tables and lists as well. */
function lostParts(page: KnownPage): readonly Problem[] {
  if (page.role === "wire names") return [];
  const tables = htmlTables(page.source);
  return page.role === "authorization"
    ? tables
    : [...tables, ...strayRows(page.source), ...unclosedBlocks(page.source)];
}

interface ReadPage {
  readonly page: KnownPage;
  readonly reading: Reading;
}

/** The facts of all pages, and what samples show of the names in them. */
function putTogether(
  readings: readonly ReadPage[],
  family: Family,
): ReturnType<typeof mergeFacts> & { readonly samples: readonly Place[] } {
  const { facts, differences, problems } = mergeFacts(
    readings.map(({ page, reading }) => ({ role: page.role, facts: reading.facts })),
  );
  const held = holdSamples(
    readings.map(({ page, reading }) => ({ page: page.source.file, samples: reading.samples })),
    facts,
    family.spell,
  );
  const stated = { role: "operations", facts } as const;
  const shown = mergeFacts([stated, { role: "operations", facts: held.facts }]);
  return {
    facts: shown.facts,
    differences,
    problems: [...problems, ...shown.problems, ...held.problems],
    samples: held.read,
  };
}

function countSamples(pages: readonly KnownPage[], read: readonly Place[]): SampleCounts {
  const places = pages.flatMap((page): readonly Place[] => {
    if (page.role === "wire names") return [];
    return jsonLines(page.source.tree).map((line) => ({ page: page.source.file, line }));
  });
  const isRead = new Set(read.map(({ page, line }) => `${page}:${line}`));
  return { all: places.length, unread: places.filter(({ page, line }) => !isRead.has(`${page}:${line}`)) };
}

function readerOfModel(page: MarkdownPage): typeof readModelPage {
  return isTagsModelPage(page) ? readTagsModelPage : readModelPage;
}

function readPage(page: KnownPage, reading: Reading): Reading {
  if (page.role === "wire names") readWire(page.source, reading);
  else if (page.role === "authorization") readAuthorizationPage(page.source, reading);
  else if (page.role === "model") readerOfModel(page.source)(page.source, modelOf(page.source), reading);
  else if (reading.family.name === "python-tags") readTagsOperationsPage(page.source, reading);
  else readOperationsPage(page.source, reading);
  return reading;
}

/** The problems as facts, each with its place, which says that something stands there. */
function unreadFacts(problems: readonly Problem[]): readonly Fact[] {
  return problems.map(({ file, line, message }, index) => {
    return { id: factId("unread", String(index + 1)), page: file, line: line ?? 1, value: message };
  });
}
