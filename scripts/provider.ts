/**
 * Adds a provider, or brings one up to date. Of a folder of documentation pages: the names on the wire, evidence, a draft of the document, and the open
 * questions as a checklist. Of an OpenAPI document, a file or a URL of https: a copy of it, and an entry in facsimile.config.yaml. Of both: the package, its
 * mock server and its contract; and the provider is named in turbo.json, README.md, api, package-lock.json and a changeset. What the command `facsimile` can
 * do is done by it. All of it is made beside the provider's place, and put there when every step has come to its end. A document that was drafted, and that
 * somebody has changed since, stays as it is.
 *
 *     npm run add -- <docs folder | document> [--name <name>] [--source <SDK folder>] [--keep-going] [--whole] [--into <folder>]
 *
 * --name        the provider: the folder below specs and below packages. Default: what the file or folder is called; it can stand behind that, too
 * --source      the source of the SDK, in which names on the wire are looked for
 * --keep-going  goes on where a place of the pages is not understood; no verification passes with it
 * --whole       tries every case of the contract, and not some 1500 by sample
 * --into        the folder that has specs and packages. Default: this repository
 *
 * Exit 0 where every step was done; questions may be open then. 1 where a step failed, a place was not understood, the document is not what the pages say, or
 * the package or the mock is not what the document says. 2 for wrong usage.
 */
import { build, runScript } from "./build.js";
import { step } from "./progress.js";
import { fromDocument } from "./provider/from-document.js";
import { fromPages } from "./provider/from-pages.js";
import { linkWorkspace } from "./provider/link.js";
import { readOrder } from "./provider/order.js";
import { buildPackage, generatePackage, holdPackage, serveMock } from "./provider/prove.js";
import { putInPlace } from "./provider/put-in-place.js";
import type { Told } from "./provider/read.js";
import type { Way } from "./provider/way.js";
import { wireProvider } from "./provider/wire.js";
import { type Order, openWorkbench, type Workbench } from "./provider/workbench.js";

const usage =
  "npm run add -- <docs folder | document> [--name <name>] [--source <folder>] [--keep-going] [--whole] [--into <folder>]";

await runScript(main);

async function main(): Promise<number> {
  const order = readOrder();
  if (typeof order === "string") {
    console.error(`${order}\n${usage}`);
    return 2;
  }
  return "docs" in order ? add(order, fromPages) : add(order, fromDocument);
}

async function add<Given extends Order>(order: Given, way: Way<Given>): Promise<number> {
  console.log(`${order.name}: ${way.given(order)}\n`);
  // Where turbo runs this as a part of its task, it has built them already.
  if (process.env.TURBO_HASH === undefined)
    await step("build the tools", () => build(["facsimile", "runtime", "contract"]));
  const bench = await openWorkbench(order);
  const ofDocument = await way.document(bench);
  const { operations, problems: ofPackage } = await makePackage(bench);
  await step("put all of it into its place", () => putInPlace(bench, way.files(bench)), short);
  await step("name it where every provider is named", () => wireProvider(bench, operations), short);
  await step("link the workspace", () => linkWorkspace(bench), String);
  const left = await way.rest(bench);
  const problems = [...ofDocument, ...ofPackage];
  console.log(["", ...problems, ""].join("\n").replace(/^\n+/, "\n").trimEnd());
  const verdict = problems.length === 0 ? "as documented" : `${problems.length} problems`;
  console.log(`${bench.name}: ${operations} operations, ${verdict}, ${left}`);
  return problems.length === 0 ? 0 : 1;
}

async function makePackage(bench: Workbench): Promise<Told & { readonly operations: number }> {
  await step("generate the package", () => generatePackage(bench, bench.folder), short);
  await step("build the package", () => buildPackage(bench));
  const { operations } = await step("serve the document by its mock", () => serveMock(bench), short);
  const held = await step("hold the package against the document", () => holdPackage(bench, operations), short);
  return { ...held, operations };
}

function short({ short: words }: Told): string {
  return words;
}
