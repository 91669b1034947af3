/**
 * Makes a provider of a folder of documentation pages, or brings one up to date: the names on the wire, evidence, a draft of the document, the package, its
 * mock server, its contract, and the open questions as a checklist; and names it in turbo.json, README.md, api and a changeset. Each step is a subcommand of `facsimile`. All of it is made beside the provider's place,
 * and put there when every step has come to its end. A document that somebody has changed since it was drafted stays as it is.
 *
 *     npm run provider -- <docs folder> <name> [--source <SDK folder>] [--keep-going] [--whole] [--into <folder>]
 *
 * --source      the source of the SDK, in which names on the wire are looked for
 * --keep-going  goes on where a place of the pages is not understood; no verification passes with it
 * --whole       tries every case of the contract, and not some 1500 by sample
 * --into        the folder that has specs and packages. Default: this repository
 *
 * Exit 0 where every step was done; questions may be open then. 1 where a step failed, a place was not understood, the document is not what the pages say, or
 * the package or the mock is not what the document says. 2 for wrong usage.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { step } from "./progress.js";
import { buildPackage, generatePackage, holdPackage, serveMock, verifyDocument } from "./provider/prove.js";
import { putInPlace } from "./provider/put-in-place.js";
import { findWireNames, readPages, type Told, writeDocument } from "./provider/read.js";
import { wireProvider } from "./provider/wire.js";
import { type Order, openWorkbench, specFile } from "./provider/workbench.js";
import { root } from "./repository.js";

const usage = "npm run provider -- <docs folder> <name> [--source <folder>] [--keep-going] [--whole] [--into <folder>]";

await runScript(main);

async function main(): Promise<number> {
  const order = readOrder();
  if (typeof order === "string") {
    console.error(`${order}\n${usage}`);
    return 2;
  }
  const bench = await openWorkbench(order);
  console.log(`${bench.name}: the documentation in ${path.relative(process.cwd(), bench.docs) || "."}\n`);
  const short = ({ short: words }: Told): string => words;
  // Where turbo runs this as a part of its task, it has built them already.
  if (process.env.TURBO_HASH === undefined)
    await step("build the tools", () => build(["facsimile", "runtime", "contract"]));
  await step("look for the names on the wire", () => findWireNames(bench), short);
  const pages = await step("read the pages into evidence", () => readPages(bench), short);
  await step("write the document", () => writeDocument(bench), short);
  const verified = await step("hold it against the evidence", () => verifyDocument(bench), short);
  await step("generate the package", () => generatePackage(bench, bench.folder), short);
  await step("build the package", () => buildPackage(bench));
  const { operations } = await step("serve the document by its mock", () => serveMock(bench), short);
  const held = await step("hold the package against the document", () => holdPackage(bench, operations), short);
  const { open } = await step("put all of it into its place", () => putInPlace(bench), short);
  await step("name it where every provider is named", () => wireProvider(bench, operations), short);
  const problems = [pages, verified, held].flatMap((told) => told.problems);
  console.log(["", ...problems, ""].join("\n").replace(/^\n+/, "\n").trimEnd());
  const verdict = problems.length === 0 ? "as documented" : `${problems.length} problems`;
  console.log(
    `${bench.name}: ${operations} operations, ${verdict}, ${open} questions are open: ${specFile(bench, "questions.md")}`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** What is wrong with the arguments, where something is. */
function readOrder(): Order | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        source: { type: "string" },
        "keep-going": { type: "boolean", default: false },
        whole: { type: "boolean", default: false },
        into: { type: "string", default: root },
      },
    });
    const [docs, name, more] = positionals;
    if (docs === undefined || name === undefined || more !== undefined) return "name a folder of pages and a provider";
    if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name))
      return `a provider's name is of lower-case words with "-", not "${name}"`;
    return {
      name,
      docs: path.resolve(docs),
      source: values.source === undefined ? undefined : path.resolve(values.source),
      keepGoing: values["keep-going"],
      whole: values.whole,
      into: path.resolve(values.into),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
