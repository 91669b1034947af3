import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Evidence,
  loadSpec,
  parseEvidence,
  parseTexts,
  parseWaivers,
  type Spec,
  type Texts,
  verify,
  type Waiver,
} from "../src/index.js";
import { assumedReason } from "../src/verify/assumed.js";
import type { Mutation } from "./mutate.js";
import { mutationsOf } from "./mutations.js";
import { providers, specsFolder } from "./providers.js";
import { pickOfEachKind } from "./random.js";
import { readingMutations, textMutations } from "./text-mutations.js";

/** How many changes of each spec are tried, one at a time, and the seed that they are chosen with. */
const count = 120;
const seed = 2025;

/**
 * What nobody can notice: a change inside a part that the spec itself marks as assumed. No page says anything about it, so no fact can
 * contradict it.
 */
function isAssumed(spec: Spec, { pointer }: Mutation): boolean {
  return assumedReason(spec.json, pointer) !== undefined;
}

describe.each(providers)("a change of the spec of %s", (provider) => {
  let spec: Spec;
  let evidence: Evidence;
  let waivers: readonly Waiver[];
  let texts: Texts;

  beforeAll(async () => {
    const folder = `${specsFolder}/${provider}`;
    spec = await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml");
    evidence = parseEvidence(await readFile(`${folder}/evidence.json`, "utf8"));
    waivers = parseWaivers(await readFile(`${folder}/waivers.yaml`, "utf8").catch(() => ""), "waivers.yaml");
    texts = parseTexts(await readFile(`${folder}/texts.json`, "utf8"), "texts.json");
  });

  it(`is noticed in each of ${count} cases, unless the spec says that the part is assumed`, () => {
    const unchanged = verify(spec, evidence, waivers);
    expect(unchanged.passed).toBe(true);
    const all = [...mutationsOf(spec.json), ...textMutations(unchanged)];
    const mutations = pickOfEachKind(all, count, seed);
    const unnoticed = mutations.filter(
      (mutation) => verify({ ...spec, json: mutation.apply(spec.json) }, evidence, waivers).passed,
    );
    const unexplained = unnoticed.filter((mutation) => !isAssumed(spec, mutation));
    expect(mutations).toHaveLength(count);
    expect(new Set(mutations.map(({ kind }) => kind)).size).toBeGreaterThan(50);
    expect(unexplained.map(({ kind, pointer }) => `${kind}: ${pointer}`)).toEqual([]);
    expect(unnoticed.length / count).toBeLessThan(0.04);
  });

  it("is noticed where it turns a text round or changes an example", () => {
    const unchanged = verify(spec, evidence, waivers, [], texts);
    expect(unchanged.texts).toEqual([]);
    const mutations = pickOfEachKind(readingMutations(unchanged, evidence), 30, seed);
    expect(new Set(mutations.map(({ kind }) => kind))).toEqual(new Set(["reverse text", "change example"]));
    for (const mutation of mutations) {
      const { passed, texts: found } = verify(
        { ...spec, json: mutation.apply(spec.json) },
        evidence,
        waivers,
        [],
        texts,
      );
      expect([passed, found.map(({ pointer }) => pointer)]).toEqual([false, [mutation.pointer]]);
    }
  });
});
