import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { oldFolder, updateA } from "../../test/old-folder.js";
import { changeFolder } from "./change-folder.js";

const folder = oldFolder();

describe("runs at the same time", () => {
  it("wait for one another, and plan when it is their turn", async () => {
    let inside = 0;
    const one = async (text: string): Promise<void> =>
      changeFolder(folder.path, async () => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        const before = readFileSync(join(folder.path, "a.ts"), "utf8");
        inside -= 1;
        return [{ kind: "update", path: "a.ts", text, before }];
      });
    await Promise.all(Array.from({ length: 6 }, (_, number) => one(`text ${number}`)));
    expect(folder.contents()).toMatchObject({ "a.ts": expect.stringMatching(/^text \d$/), "b.ts": "old b" });
    expect(readdirSync(folder.path).sort()).toEqual(["a.ts", "b.ts"]);
  });

  it("take one for dead that shows no life for ten seconds, and it changes nothing any more", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "performance"] });
    try {
      const [begun, go] = [signal(), signal()];
      const stopped = changeFolder(folder.path, async () => {
        begun.give();
        await go.given;
        return [{ ...updateA, text: "late" }];
      });
      await begun.given;
      // Its sign of life.
      vi.clearAllTimers();
      const began = performance.now();
      const next = signal();
      const changing = folder.change(updateA).finally(next.give);
      while (!next.isGiven()) {
        if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(100);
        else await new Promise((resolve) => setImmediate(resolve));
      }
      await changing;
      expect(performance.now() - began).toBeGreaterThan(10_000);
      go.give();
      await expect(stopped).rejects.toThrow();
    } finally {
      vi.useRealTimers();
    }
    expect(folder.contents()).toEqual({ "a.ts": "new a", "b.ts": "old b" });
  });
});

function signal(): { readonly give: () => void; readonly given: Promise<void>; readonly isGiven: () => boolean } {
  let resolve: () => void = () => undefined;
  let isGiven = false;
  const given = new Promise<void>((done) => {
    resolve = done;
  });
  const give = (): void => {
    isGiven = true;
    resolve();
  };
  return { give, given, isGiven: () => isGiven };
}
