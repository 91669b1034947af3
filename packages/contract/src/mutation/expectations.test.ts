import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { teaDocument } from "../../test/tea-package.js";
import {
  belowThreshold,
  type Expectations,
  keyOf,
  readExpectations,
  unusedOperators,
  withEquivalents,
  wrongEquivalents,
} from "./expectations.js";
import type { Mutant, Verdict } from "./mutant.js";
import { requestMutants } from "./request-mutants.js";
import { scoreByFamily, scoreByOperator } from "./score.js";
import { serverMutants } from "./server/server-mutants.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "expectations-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: unknown, packageName = "tea"): Promise<Expectations> {
  const file = join(folder, "expectations.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return readExpectations(file, packageName);
}

describe("a file of expectations", () => {
  it("states thresholds in percent, and the equivalent mutants of each package", async () => {
    const content = {
      threshold: 95,
      operators: { "package: text changed": { threshold: 0, reason: "Nobody reads it." } },
      equivalents: { tea: { "package: a": "It is the same." }, coffee: { "package: b": "So is this." } },
    };
    expect(await read(content)).toEqual({
      least: 0.95,
      operators: new Map([["package: text changed", { least: 0, reason: "Nobody reads it." }]]),
      equivalents: new Map([["package: a", "It is the same."]]),
    });
    expect(await read({ threshold: 100 }, "milk")).toEqual({ least: 1, operators: new Map(), equivalents: new Map() });
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "expectations.json is no JSON: "],
    ["no threshold", {}, "expectations.json, /threshold: expected a number from 0 to 100"],
    ["more than all", { threshold: 101 }, "/threshold: expected a number"],
    ["less than nothing", { threshold: -1 }, "/threshold: expected a number"],
    ["a text for a number", { threshold: "95" }, "/threshold: expected a number"],
    [
      "an operator without threshold",
      { threshold: 95, operators: { a: { reason: "b" } } },
      "/operators/a/threshold: exp",
    ],
    [
      "an operator without reason",
      { threshold: 95, operators: { "a/b": { threshold: 1 } } },
      "/operators/a~1b/reason: ",
    ],
    [
      "a mutant without reason",
      { threshold: 95, equivalents: { tea: { a: " " } } },
      "/equivalents/tea/a: expected a text",
    ],
  ])("is refused where it has %s", async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});

describe("what is expected of a run", () => {
  let mutants: readonly Mutant[];
  beforeAll(async () => {
    const { api, document } = await readDocument(fileURLToPath(teaDocument));
    mutants = [...serverMutants(document.json, api), ...requestMutants(api)];
  });

  /** All mutants of an operator were noticed, but for some of one. */
  const runWith = (operator: string, survivors: number): readonly Verdict[] => {
    let left = survivors;
    return mutants.map((mutant): Verdict => {
      const survives = `${mutant.family}: ${mutant.operator}` === operator && left > 0;
      if (survives) left -= 1;
      return { mutant, status: survives ? "survived" : "killed", reason: "" };
    });
  };
  const weak = (expectations: Expectations, verdicts: readonly Verdict[]): readonly string[] =>
    belowThreshold(expectations, scoreByFamily(verdicts), scoreByOperator(verdicts)).map(({ name }) => name);

  it("names each family and each operator below its threshold", async () => {
    const verdicts = runWith("request: wrong method", 1);
    expect(weak(await read({ threshold: 95 }), verdicts)).toEqual(["request: wrong method"]);
    expect(weak(await read({ threshold: 100 }), verdicts)).toEqual(["request", "request: wrong method"]);
    expect(weak(await read({ threshold: 100 }), runWith("", 0))).toEqual([]);
  });

  it("lets an operator have a threshold of its own", async () => {
    const operators = { "request: wrong method": { threshold: 10, reason: "It is one of three." } };
    expect(weak(await read({ threshold: 95, operators }), runWith("request: wrong method", 1))).toEqual([]);
    expect(weak(await read({ threshold: 95, operators }), runWith("request: wrong method", 3))).toEqual([
      "request: wrong method",
    ]);
  });

  it("tells operators of one name in two families apart", async () => {
    const [first, second] = mutants.filter(({ family }) => family === "server");
    if (first === undefined || second === undefined) throw new Error("There are no mutants.");
    const verdicts: Verdict[] = [
      { mutant: { ...first, operator: "changed" }, status: "survived", reason: "" },
      ...runWith("", 0).map((verdict) => ({ ...verdict, mutant: { ...verdict.mutant, operator: "changed" } })),
    ];
    const names = scoreByOperator(verdicts).map(({ name, survived }) => [name, survived]);
    expect(names).toEqual([
      ["server: changed", 1],
      ["request: changed", 0],
    ]);
  });

  it("names an operator that no mutant has", async () => {
    const reason = "It is misspelled.";
    const operators = {
      "request: wrong methd": { threshold: 10, reason },
      "request: wrong method": { threshold: 10, reason },
    };
    expect(unusedOperators(await read({ threshold: 95, operators }), mutants)).toEqual(["request: wrong methd"]);
  });

  it("counts a survivor that is listed as equivalent, and nothing that was noticed", async () => {
    const verdicts = runWith("request: wrong method", 1);
    const survivor = verdicts.find(({ status }) => status === "survived");
    const killed = verdicts.find(({ status }) => status === "killed");
    if (survivor === undefined || killed === undefined) throw new Error("There is no such verdict.");
    const tea = { [keyOf(survivor.mutant)]: "GET is the same here.", [keyOf(killed.mutant)]: "So it was said." };
    const expectations = await read({ threshold: 100, equivalents: { tea } });
    const judged = verdicts.map((verdict) => withEquivalents(verdict, expectations));
    expect(weak(expectations, judged)).toEqual([]);
    expect(scoreByFamily(judged).map(({ equivalent }) => equivalent)).toEqual([0, 1, 0, 0]);
    expect(wrongEquivalents(expectations, mutants, judged)).toEqual([
      `${keyOf(killed.mutant)} is listed as equivalent but was noticed: `,
    ]);
  });

  it("names an equivalent mutant that there is not", async () => {
    const expectations = await read({ threshold: 100, equivalents: { tea: { "request: a": "It was there once." } } });
    expect(wrongEquivalents(expectations, mutants, runWith("", 0))).toEqual([
      "request: a is listed as equivalent, and there is no such mutant.",
    ]);
  });
});
