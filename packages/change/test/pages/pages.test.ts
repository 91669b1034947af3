import { readdir } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { type RuleId, typeFindingKinds } from "../../src/index.js";
import { printed } from "./example.js";
import { folder, headOf, indexPage, readPage, ruleIds, settingOf, shownIn } from "./page.js";

const refresh = "npx tsx scripts/change-pages.ts";

test("every rule has a page, and every page a rule or a finding in the types", async () => {
  const names = (await readdir(folder)).map((name) => name.replace(/\.md$/, "")).filter((name) => name !== "README");
  expect(names.sort()).toEqual([...ruleIds, ...typeFindingKinds].sort());
});

test(`the index lists every rule with its effect and classes (${refresh})`, async () => {
  expect(await readPage("README")).toBe(await indexPage());
});

describe.each(ruleIds)("the page of %s", (rule: RuleId) => {
  it(`says what the rule means, and shows what is printed (${refresh})`, async () => {
    const page = await readPage(rule);
    const shown = shownIn(page);
    const { diffs, text } = await printed(shown);
    expect(page.startsWith(headOf(rule, page))).toBe(true);
    expect(page).toContain(settingOf(rule, page));
    expect(diffs.flatMap(({ changes }) => changes.map((change) => change.rule))).toContain(rule);
    expect(shown.printed).toBe(text);
  });
});
