import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { listDocumented, root } from "./repository.js";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

it.each(["proof", "proof-dark"])("docs/%s.svg shows the facts that there are of each provider", (name) => {
  const picture = read(`docs/${name}.svg`);
  for (const provider of listDocumented()) {
    // Written by the evidence command: a list of facts.
    const { facts } = JSON.parse(read(`specs/${provider}/evidence.json`)) as { facts: readonly unknown[] };
    expect([provider, picture.includes(`>${provider}<`)]).toEqual([provider, true]);
    expect([provider, picture.includes(` of ${facts.length}<`)]).toEqual([provider, true]);
  }
});
