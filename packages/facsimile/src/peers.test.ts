import { expect, it } from "vitest";
import { loadPeer } from "./peers.js";

it("says what to install where a package is missing, or is too old for what is needed", async () => {
  // Neither is one of the names and keys that the types allow: that is what is tried.
  const load = loadPeer as (name: string, needed: readonly string[]) => Promise<unknown>;
  await expect(load("@facsimile/absent", [])).rejects.toThrow(
    "this command is part of @facsimile/absent, which is not installed: npm install --save-dev @facsimile/absent",
  );
  await expect(load("@facsimile/evidence", ["verifyAll"])).rejects.toThrow(
    "this command needs a newer @facsimile/evidence: npm install --save-dev @facsimile/evidence@latest",
  );
});
