import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runIn } from "./run-facsimile.js";

const facsimile = (...args: readonly string[]): ReturnType<typeof runIn> => runIn(import.meta.dirname, args);

describe("facsimile explain", () => {
  it("prints the page of a code", async () => {
    const { code, out } = await facsimile("explain", "method-unsupported");
    expect(code).toBe(0);
    expect(out).toBe(
      readFileSync(join(import.meta.dirname, "../../../docs/diagnostics/method-unsupported.md"), "utf8"),
    );
  });

  it.each(["max-length-lowered", "function-removed"])("prints the page of a rule of changes: %s", async (rule) => {
    const { code, out } = await facsimile("explain", rule);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(import.meta.dirname, `../../../docs/changes/${rule}.md`), "utf8"));
  });

  it("lists all codes, and guesses what was meant", async () => {
    expect((await facsimile("explain")).out).toMatch(/^file-unreadable +error +The file cannot be read\n/);
    expect(await facsimile("explain", "method-unsuported")).toMatchObject({
      code: 2,
      err: expect.stringContaining("did you mean method-unsupported?"),
    });
    expect(await facsimile("explain", "enum-value-adde")).toMatchObject({
      code: 2,
      err: expect.stringContaining("did you mean enum-value-added?"),
    });
  });
});
