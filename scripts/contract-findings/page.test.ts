import { expect, it } from "vitest";
import type { Finding } from "../contract-corpus/hold.js";
import { pageOf, type Read } from "./page.js";

const finding = (at: string, message: string): Finding => ({ whose: "document", at, message, cases: 0 });

const faulty = "does not fit its schema at /grams: must be number.";

function teas(findings: readonly Finding[]): Read {
  const faults = [["a weight is text", /\/grams: must be number/]] as const;
  return { verdict: { title: "Teas", report: "teas", edition: "OpenAPI 3.1.0", faults }, findings };
}

it("lists the places of what is wrong under what was read of it, by line, with the names of examples", () => {
  const { text, faults } = pageOf([
    teas([
      finding("../corpus/teas.yaml:120", `The example default ${faulty}`),
      finding("../corpus/teas.yaml:9", `The example green tea ${faulty}`),
      finding("../corpus/teas.yaml:9", `The example oolong ${faulty}`),
    ]),
  ]);
  expect(faults).toEqual([]);
  expect(text).toContain(
    "## Teas\n\nOpenAPI 3.1.0, 3 findings.\n\n- a weight is text (3): 9 `green tea` `oolong`, 120\n",
  );
});

it("names the file of a place in a document of several files, from where they part", () => {
  const { text } = pageOf([
    teas([
      finding("../corpus/teas/green/leaf.yaml:2", `The example ${faulty}`),
      finding("../corpus/teas/black/leaf.yaml:1", `The example ${faulty}`),
    ]),
  ]);
  expect(text).toContain("- a weight is text (2): black/leaf.yaml:1, green/leaf.yaml:2\n");
});

it("refuses a finding that nobody has read, and words about one that is gone", () => {
  const { faults } = pageOf([teas([finding("teas.yaml:7", "The enumeration lists 1 twice.")])]);
  expect(faults).toEqual([
    "teas:7: nobody has read: The enumeration lists 1 twice.",
    "teas: no finding says any more: a weight is text",
  ]);
});

it("names the documents in which nothing was found, and refuses what is found in them", () => {
  const empty = { title: "Cups", report: "cups", edition: "OpenAPI 3.1.0", faults: [] };
  const cups = (findings: readonly Finding[]): Read => ({ verdict: empty, findings });
  expect(pageOf([cups([])]).text).toContain("None has been found in Cups.");
  expect(pageOf([cups([])]).text).not.toContain("## Cups");
  expect(pageOf([cups([finding("cups.yaml:3", "Odd.")])]).faults).toEqual(["cups:3: nobody has read: Odd."]);
});
