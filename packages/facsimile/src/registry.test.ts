import { expect, it } from "vitest";
import { commandEntries } from "./registry.js";

it.each(commandEntries)("loads the command $name, whose usage begins with what is typed", async ({ name, load }) => {
  expect((await load()).usage).toMatch(new RegExp(`^(?:Usage: )?facsimile ${name} `));
});
