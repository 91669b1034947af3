import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../repository.js";
import { changesOf, idleExplanations } from "./changes.js";
import type { Disagreement } from "./compare.js";
import { explanations } from "./explanations.js";
import { renderPage, unexplainedTitle } from "./page.js";

const base = { provider: "tea", method: "GET", valid: false, about: "status" } as const;
const accept: Disagreement = { ...base, name: "getTea: not acceptable", prism: "406", steady: "200" };
const credential: Disagreement = { ...base, name: "getTea: a|b without a, server", prism: "401", steady: "200" };
const strange: Disagreement = { ...base, name: "getTea: 200", valid: true, prism: "200", steady: "400 E3008" };

const known = { requests: 9, disagreements: [accept, credential] };
const page = renderPage(known);

describe("the page of disagreements", () => {
  it("is as it should be when a comparison finds what is on it", () => {
    expect(changesOf(page, known)).toEqual([]);
  });

  it("lacks a new disagreement", () => {
    expect(changesOf(page, { ...known, disagreements: [accept, credential, { ...accept, provider: "milk" }] })).toEqual(
      ["new: milk, getTea: not acceptable: Prism 406, Steady 200 (A refusal that HTTP leaves to the server: `Accept`)"],
    );
  });

  it("has one that vanished", () => {
    expect(changesOf(page, { ...known, disagreements: [accept] })).toEqual([
      "vanished: tea, getTea: a\\|b without a, server: Prism 401, Steady 200 (Credentials are not looked at)",
    ]);
  });

  it.each([
    ["Prism", { ...credential, prism: "403" }, "Prism 403, Steady 200"],
    ["Steady", { ...credential, steady: "500" }, "Prism 401, Steady 500"],
  ])("is out of date when %s answers otherwise than before", (_server, changed, said) => {
    const name = "tea, getTea: a\\|b without a, server";
    expect(changesOf(page, { ...known, disagreements: [accept, changed] })).toEqual([
      `unexplained: ${name}: ${said}`,
      `new: ${name}: ${said} (Not explained)`,
      `vanished: ${name}: Prism 401, Steady 200 (Credentials are not looked at)`,
    ]);
  });

  it("fails on what nobody has explained, also after it was written anew, and names it first", () => {
    const comparison = { requests: 9, disagreements: [accept, strange] };
    const written = renderPage(comparison);
    expect(written).toContain(`## ${unexplainedTitle}\n`);
    expect(written.indexOf(unexplainedTitle)).toBeLessThan(written.indexOf("Accept"));
    expect(changesOf(written, comparison)).toEqual(["unexplained: tea, getTea: 200: Prism 200, Steady 400 E3008"]);
  });

  it("is out of date when a reason or the number of requests is another", () => {
    const stale = ["The words or the counts of the page are out of date."];
    expect(changesOf(page, { ...known, requests: 10 })).toEqual(stale);
    expect(changesOf(page.replace("RFC 9110", "RFC 7231"), known)).toEqual(stale);
  });

  it("shows what an explanation is for: one that explains nothing is named", () => {
    expect(idleExplanations(known)).not.toContain("Credentials are not looked at");
    expect(idleExplanations(known)).toContain("A number outside its limits succeeds");
  });
});

describe("docs/second-opinion.md", () => {
  const committed = readFileSync(path.join(root, "docs", "second-opinion.md"), "utf8");

  it("has every explanation, each with its fault and reason, and nothing unexplained", () => {
    const sections = committed
      .split("\n## ")
      .slice(1)
      .map((text) => text.split("\n").slice(0, 3));
    expect(sections).toEqual(explanations.map(({ title, fault, why }) => [title, "", `**${fault}.** ${why}`]));
  });
});
