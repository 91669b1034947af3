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

it.each(["coverage", "coverage-dark"])("docs/%s.svg shows that each operation of each provider is covered", (name) => {
  const labels = [...read(`docs/${name}.svg`).matchAll(/>(\d+ of \d+)</g)].map(([, label]) => label);
  const providers = listDocumented();
  const kinds = labels.length / providers.length;
  for (const [index, provider] of providers.entries()) {
    const operations = read(`specs/${provider}/openapi.yaml`).match(/^ +operationId: /gm)?.length;
    // Operations are the first kind of goals.
    expect([provider, labels[index * kinds]]).toEqual([provider, `${operations} of ${operations}`]);
  }
});

it.each(["mutation", "mutation-dark"])("docs/%s.svg has the four families of faults, of each provider", (name) => {
  const picture = read(`docs/${name}.svg`);
  for (const provider of listDocumented())
    expect([provider, picture.split(`>${provider}<`).length - 1]).toEqual([provider, 4]);
  for (const [, noticed, seeded] of picture.matchAll(/>(\d+) of (\d+)</g))
    expect(Number(noticed) / Number(seeded)).toBeGreaterThanOrEqual(0.95);
});
