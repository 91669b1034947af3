import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDocument } from "../../packages/document/src/load/load.js";
import { buildModel } from "../../packages/document/src/model/build.js";

interface Measured {
  readonly what: string;
  readonly kilobytes: number;
  readonly load: number;
  readonly model: number;
  readonly found: string;
}

/**
 * How much processor time it takes to load documents and to build their models.
 *
 *     npx tsx scripts/bench/load.ts [document...]
 *
 * Without documents: the four specs, and a generated one of about 10 MB with 1,200 operations. The first of each run also pays for what a
 * fresh process has to do once.
 */
async function run(documents: readonly string[]): Promise<void> {
  if (documents.length > 0) {
    print(await measureAll(documents));
    return;
  }
  print(await measureAll(specs()));
  const folder = await mkdtemp(join(tmpdir(), "facsimile-bench-"));
  const large = join(folder, "large.yaml");
  await writeFile(large, largeDocument());
  print(await measureAll([large]));
  await rm(folder, { recursive: true });
}

async function measureAll(files: readonly string[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const file of files) measured.push(await measure(file));
  return measured;
}

async function measure(file: string): Promise<Measured> {
  const start = now();
  const { document, diagnostics } = await loadDocument(file);
  const loaded = now();
  const built = document && buildModel(document);
  const end = now();
  const count = diagnostics.length + (built?.diagnostics.length ?? 0);
  return {
    what: join(basename(dirname(file)), basename(file)),
    kilobytes: (await stat(file)).size / 1000,
    load: loaded - start,
    model: end - loaded,
    found: `${built?.api?.operations.length ?? "no"} operations, ${count} diagnostics`,
  };
}

/** Milliseconds of processor time: other work of the machine does not count. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function specs(): string[] {
  return ["igtcloud-entities", "opendatasoft-automation", "sendauth", "ultracart"].map((provider) => {
    return fileURLToPath(new URL(`../../specs/${provider}/openapi.yaml`, import.meta.url));
  });
}

/** As many operations and as much text as in the largest documents that are published. */
function largeDocument(): string {
  const operations = 1200;
  const names = Array.from({ length: operations }, (_, index) => `Thing${index}`);
  const text =
    "A sentence of the kind that people write to explain what a property means and when it is there. ".repeat(2);
  const properties = (name: string): string[] =>
    Array.from(
      { length: 30 },
      (_, index) => `        property${index}: { type: string, description: "${name}: ${text}" }`,
    );
  const yaml = [
    "openapi: 3.1.0",
    "info: { title: Large, version: 1.0.0 }",
    "paths:",
    ...names.flatMap((name) => [
      `  /things/${name}/{id}:`,
      "    get:",
      `      operationId: get${name}`,
      `      description: ${text}`,
      "      parameters:",
      "        - { name: id, in: path, required: true, schema: { type: string } }",
      "      responses:",
      '        "200":',
      `          description: ${text}`,
      `          content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`,
    ]),
    "components:",
    "  schemas:",
    ...names.flatMap((name) => [`    ${name}:`, "      type: object", "      properties:", ...properties(name)]),
  ];
  return `${yaml.join("\n")}\n`;
}

function print(measured: readonly Measured[]): void {
  for (const { what, kilobytes, load, model, found } of measured) {
    const numbers = `${Math.round(kilobytes).toString().padStart(7)} kB  load ${milliseconds(load)}  model ${milliseconds(model)}`;
    console.log(`${what.padEnd(40)} ${numbers}  ${found}`);
  }
  const total = measured.reduce((sum, { load, model }) => sum + load + model, 0);
  if (measured.length > 1) console.log(`${"together".padEnd(40)} ${milliseconds(total)}`);
}

function milliseconds(time: number): string {
  return `${time.toFixed(0).padStart(5)} ms`;
}

await run(process.argv.slice(2));
