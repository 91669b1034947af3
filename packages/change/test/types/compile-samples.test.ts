import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compileSamples, type PackageSources, readSamples, sampleFindings } from "../../src/index.js";
import { packageWith, readSendauth, sendauth } from "./sendauth.js";

let old: PackageSources;
beforeAll(async () => {
  old = await readSendauth();
});

describe("the samples of a README", () => {
  const samples = readSamples(readFileSync(join(sendauth, "README.md"), "utf8"), "README.md");

  it("compile with the edition that they were written for", async () => {
    expect(samples.length).toBeGreaterThan(3);
    expect(await compileSamples(old, old, samples)).toEqual({ failures: [], unusable: [] });
  });

  it("are evidence where they no longer compile", async () => {
    const next = packageWith(old, "src/generated/client.ts", "basic: BasicCredential", "key: string");
    const { failures } = await compileSamples(old, next, samples);
    expect(failures.map(({ sample }) => sample.name)).toContain("README.md, sample 1");
    const [finding] = sampleFindings(failures);
    expect(finding).toMatchObject({ kind: "sample-failed", class: "breaking", old: { file: "README.md, sample 1" } });
    expect(finding?.message).toMatch(
      /^README\.md, sample 1 no longer compiles \(line 26\): .*'basic' does not exist in type/,
    );
  });

  it("are none where the old edition did not compile them", async () => {
    const text = 'import { gone } from "@facsimile/sendauth";\ngone();';
    const { failures, unusable } = await compileSamples(old, old, [{ name: "example.ts", text }]);
    expect([failures, unusable.map(({ line }) => line)]).toEqual([[], [1]]);
  });

  it("have what earlier ones have made or imported, and what they leave to the reader may be anything", async () => {
    const texts = [
      'import { listUsers, type User } from "@facsimile/sendauth/users";\nfunction show(user: User) {}\nconst { first } = { first: 1 };',
      "const user: User = await find(process.env.NAME, secret.value);\nshow(user);\nlistUsers(client);\nfirst.toFixed();",
      'show("Ann");\nfirst.trim();',
    ];
    const named = texts.map((text, index) => ({ name: `${index + 1}`, text }));
    const { unusable } = await compileSamples(old, old, named);
    expect(unusable.map(({ sample, message }) => [sample.name, message])).toEqual([
      ["3", "Argument of type 'string' is not assignable to parameter of type 'User'."],
    ]);
  });
});
