import { expect, it } from "vitest";
import type { ChangeLine } from "./change-lines.js";
import { printOwnChangeset, updateOwnChangeset } from "./own-changeset.js";

const line = (text: string): ChangeLine => ({ effect: "break", text });
const first = printOwnChangeset("tea", "minor", [line("One."), line("Two.")]);
const updated = (text: string): string | undefined =>
  updateOwnChangeset(text, "tea", "minor", { bump: "minor", lines: [line("Two."), line("Three.")] });

it("what the command has written is written anew", () => {
  const text = updated(first) ?? "";
  expect(text).not.toContain("One.");
  expect(text).toContain("- Breaking: Two.\n- Breaking: Three.");
  expect(updated(text)).toBe(text);
});

it.each(["Please read on.", "- Call us before you upgrade."])(
  "what a person writes between the marks is kept: %s",
  (note) => {
    const edited = first.replace("- Breaking: Two.", `- Breaking: Two.\n\n${note}`);
    const text = updated(edited) ?? "";
    expect(text).toMatch(/its two marks -->\n\n[\s\S]*$/);
    expect(text.slice(text.indexOf("two marks"))).toContain(note);
    expect(updated(text)).toBe(text);
  },
);

it("a sentence in other words stays when there is nothing left to say", () => {
  const edited = first.replace("One.", "One is gone, and here is why.");
  expect(updateOwnChangeset(edited, "tea", "minor", undefined)).toContain("here is why.");
  expect(updateOwnChangeset(first, "tea", "minor", undefined)).toBeUndefined();
});
