import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { typeFindingKinds } from "./finding.js";

const pages = join(import.meta.dirname, "../../../../docs/changes");

it.each(typeFindingKinds)("%s has a page that says what it is, shows it, and says what to do", (kind) => {
  const page = readFileSync(join(pages, `${kind}.md`), "utf8");
  expect(page).toMatch(new RegExp(`^# .+\n\n\`${kind}\` .+\n`));
  expect(page).toMatch(
    new RegExp(`\n## An example\n[^]+\n\`\`\`text\n(?:breaking|warning|safe) ${kind}: .+\n\`\`\`\n`),
  );
  expect(page).toContain("\n## What to do\n");
});
