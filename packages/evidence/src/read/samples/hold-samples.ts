import type { Fact, Place } from "../../facts/fact.js";
import { factId } from "../../facts/fact-id.js";
import { FactIndex } from "../../facts/fact-index.js";
import { parseType } from "../../facts/parse-type.js";
import type { Spelling } from "../../families/family.js";
import type { Problem } from "../problem.js";
import type { JsonSample } from "./find-samples.js";
import { SampleHolder } from "./hold-sample.js";
import { PropertyNames } from "./property-names.js";
import { sampleType } from "./sample-type.js";

/** The samples that a page has, and where. */
export interface PageSamples {
  readonly page: string;
  readonly samples: readonly JsonSample[];
}

/** What samples show: names on the wire, and where they and the pages of the models disagree. */
export interface HeldSamples {
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /** The places of those that have a type. */
  readonly read: readonly Place[];
}

interface HeldSample extends Place {
  readonly textLine: number;
  readonly holder: SampleHolder;
}

/** Holds the samples of all pages against the facts of all pages. One that disagrees with a page shows no name. */
export function holdSamples(pages: readonly PageSamples[], stated: readonly Fact[], spell: Spelling): HeldSamples {
  const facts = new FactIndex(stated);
  const names = new PropertyNames(facts, spell);
  const held = pages.flatMap(({ page, samples }) =>
    samples.flatMap((sample): readonly HeldSample[] => {
      const type = sampleType(sample.subject, facts, spell);
      if (type === undefined) return [];
      const holder = new SampleHolder(facts, names);
      holder.hold(sample.node, parseType(type), wordsFor(sample));
      return [{ page, line: sample.line, textLine: sample.textLine, holder }];
    }),
  );
  return {
    facts: held.flatMap((each) => (each.holder.faults.length > 0 ? [] : shownNames(each))),
    problems: held.flatMap(problemsOf),
    read: held.map(({ page, line }) => ({ page, line })),
  };
}

function wordsFor({ subject }: JsonSample): string {
  return subject.kind === "model" ? subject.model : `the ${subject.kind} of "${subject.operation}"`;
}

function shownNames({ page, textLine, holder: { names } }: HeldSample): readonly Fact[] {
  return names.map(({ model, property, name, line }) => {
    const id = factId("wire", "model", model, "property", property, "name");
    return { id, page, line: textLine + line - 1, value: name };
  });
}

function problemsOf({ page, textLine, holder: { faults } }: HeldSample): readonly Problem[] {
  const fix = "Mend the page that is wrong";
  return faults.map(({ line, message }) => ({ file: page, line: textLine + line - 1, message, fix }));
}
