import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readDocument } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage, type TestPackage } from "../../../test/tea-package.js";
import { alias, compiles, type TypeCheck } from "./claim.js";
import { type Compile, createCompiler, type Overlay } from "./compile.js";
import type { JudgedCheck } from "./judge.js";
import type { TypedPackage } from "./typed-package.js";
import { judgeTypes, typeChecks, typeModule } from "./types-oracle.js";

const patienceMs = 120_000;
const compile: Compile = createCompiler();
const packages: TestPackage[] = [];
afterAll(async () => {
  for (const one of packages) await one.remove();
});

/** What is found in the sources of a package that is generated from a document of the tests. */
interface Held {
  findings(overlay?: Overlay): readonly string[];
  judged(checks: readonly TypeCheck[]): readonly JudgedCheck[];
  /** A file of the package, with one of its texts replaced. */
  changed(file: string, text: string, replacement: string): Promise<Overlay>;
}

async function hold(name: string): Promise<Held> {
  const source = new URL(`../../../test/documents/types/${name}.yaml`, import.meta.url);
  const generated = await generatePackage(source, name);
  packages.push(generated);
  const { document, api } = await readDocument(fileURLToPath(source));
  const built: TypedPackage = {
    folder: generated.folder,
    names: api.names,
    types: new URL("src/index.js", generated.folder),
    functionTypes: new URL("src/functions.js", generated.folder),
    schemaTypes: new URL(api.schemaTypes.length > 0 ? "src/schemas.js" : "src/index.js", generated.folder),
    webhookTypes: api.received.length > 0 ? new URL("src/webhooks.js", generated.folder) : undefined,
  };
  return {
    judged: (checks) => judgeTypes(typeModule(built), checks, { compile }).checks,
    findings(overlay = new Map()) {
      const { checks, shared } = judgeTypes(typeModule(built), typeChecks(document, api), { compile, overlay });
      return [...shared, ...checks.flatMap(({ findings }) => findings)];
    },
    async changed(file, text, replacement) {
      const path = fileURLToPath(new URL(`src/generated/${file}`, generated.folder));
      const before = await readFile(path, "utf8");
      if (!before.includes(text)) throw new Error(`${file} has no ${text}:\n${before}`);
      return new Map([[path, before.replace(text, replacement)]]);
    },
  };
}

it.each([
  ["parts beside the type of an object", "all-of"],
  ["forms and what may be given in their place", "forms"],
  ["enumerations that may be null, in each spelling", "nullable"],
  ["bytes as a whole body", "bytes"],
  ["operations and components that are called otherwise in code", "renamed"],
  ["alternatives with a discriminator", "unions"],
  ["parameters of a path that nobody declares", "undeclared"],
  ["objects in objects, lists and maps", "nested"],
  ["parts that describe the items of one list", "one-list"],
  ["components to which properties lead that answers alone have", "answered"],
  ["webhooks with credentials, and no operations", "notices"],
])("finds nothing in a package with %s", { timeout: patienceMs }, async (_what, name) => {
  const { findings } = await hold(name);
  expect(findings()).toEqual([]);
});

describe("a package that is not what its document says", () => {
  let drafts: Held;
  beforeAll(async () => {
    drafts = await hold("all-of");
  }, patienceMs);

  const told = async (text: string, replacement: string): Promise<readonly string[]> =>
    drafts.findings(await drafts.changed("schemas/drafts.ts", text, replacement));

  it("is told with the part, the value, and the line of the document", { timeout: patienceMs }, async () => {
    const file = "test/documents/types/all-of.yaml";
    expect(await told("pages?: number", "pages?: string")).toEqual([
      `createDraft, body.pages: the document allows 1 (${file}:22), and the package's type refuses it: Type 'number' is not assignable to type 'string'.`,
      `schema Draft, pages: the document allows 1 (${file}:22), and the package's type refuses it: Type 'number' is not assignable to type 'string'.`,
      `schema Titled, pages: the document allows 1 (${file}:22), and the package's type refuses it: Type 'number' is not assignable to type 'string'.`,
    ]);
  });

  it("is told where a type allows more than the schema", { timeout: patienceMs }, async () => {
    const [first] = (await told("pages?: number", "pages?: number | string")).filter((text) =>
      text.startsWith("schema"),
    );
    expect(first).toBe(
      'schema Draft, pages: the document does not allow "text" (test/documents/types/all-of.yaml:22), and the package\'s type allows it.',
    );
  });

  it("is told where a property may be missing that is required", { timeout: patienceMs }, async () => {
    expect(await told("title: string", "title?: string")).toContain(
      'schema Draft: the document requires "title" (test/documents/types/all-of.yaml:22), and the package\'s type does without it.',
    );
  });
});

describe("a part deep inside of a type", () => {
  let orders: Held;
  beforeAll(async () => {
    orders = await hold("nested");
  }, patienceMs);

  const told = async (text: string, replacement: string): Promise<readonly string[]> => {
    const findings = orders.findings(await orders.changed("schemas/orders.ts", text, replacement));
    return findings.map((finding) => finding.replace(/ \(test\S+\)/, ""));
  };

  it("is told with its place where it takes less", { timeout: patienceMs }, async () => {
    expect(await told("zip?: string", "zip?: boolean")).toEqual([
      `schema Order, customer.address.zip: the document allows "text", and the package's type refuses it: Type 'string' is not assignable to type 'boolean | undefined'.`,
    ]);
  });

  it.each([
    ["more values", "count: number", "count: number | string", "schema Order, rows[0].count", `does not allow "text"`],
    ["anything", "tags?: {", "tags?: any | {", "schema Order, rows[0].tags", "does not allow null"],
    [
      "values of a map",
      "[key: string]: boolean",
      "[key: string]: boolean | number",
      "schema Order, rows[0].tags.key",
      "does not allow 1",
    ],
    ["nothing in its place", "city: string", "city?: string", "schema Order, customer.address", `requires "city"`],
  ])("is told where it takes %s", { timeout: patienceMs }, async (_what, text, replacement, place, meaning) => {
    const contrary = meaning.startsWith("requires") ? "does without" : "allows";
    expect(await told(text, replacement)).toContain(
      `${place}: the document ${meaning}, and the package's type ${contrary} it.`,
    );
  });

  it("is told once where there is none", { timeout: patienceMs }, async () => {
    const findings = await told("zip?: string", "");
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^schema Order, customer\.address\.zip: /);
  });

  it("is told where what takes anything has no place for it", { timeout: patienceMs }, async () => {
    expect(await told("address: {", "address: object | {")).toContain(
      "schema Order, customer.address.zip: the document describes it, and the package has no type for it.",
    );
  });
});

it("names a type again in the file of a check that comes after the one that named it", {
  timeout: patienceMs,
}, async () => {
  const { judged } = await hold("all-of");
  const named = alias("Title", 'Schemas.Draft["title"]', "no title");
  const long = compiles(`const v: Title = ${JSON.stringify("x".repeat(2_000_000))};`, "long", { given: [named] });
  const other = compiles("const v: Title = 2;", "other", { given: [named] });
  const checks = [
    { name: "first", claims: [named, long], holes: [] },
    { name: "second", claims: [other], holes: [] },
  ];
  expect(judged(checks).map(({ findings }) => findings)).toEqual([
    [],
    ["other: Type 'number' is not assignable to type 'string'."],
  ]);
});

it("judges a check that is longer than a file of a compiler as it does any other", {
  timeout: patienceMs,
}, async () => {
  const { judged } = await hold("all-of");
  const named = alias("Title", 'Schemas.Draft["title"]', "no title");
  const long = (last: string): string => `const v: Title = ${JSON.stringify("x".repeat(1_500_000))}${last};`;
  const claims = [
    named,
    ...["", " as unknown", " as string"].map((last) =>
      compiles(long(last), `refused with "${last}"`, { given: [named] }),
    ),
  ];
  const before = { name: "before", claims: [compiles("const v: string = 1;", "before")], holes: [] };
  const after = { name: "after", claims: [compiles("const v: string = 2;", "after")], holes: ["a hole"] };
  const is = "is not assignable to type 'string'.";
  expect(judged([before, { name: "long", claims, holes: [] }, after])).toEqual([
    { name: "before", holes: [], findings: [`before: Type 'number' ${is}`] },
    { name: "long", holes: [], findings: [`refused with " as unknown": Type 'unknown' ${is}`] },
    { name: "after", holes: ["a hole"], findings: [`after: Type 'number' ${is}`] },
  ]);
});
