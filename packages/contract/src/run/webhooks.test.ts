import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackage, type TestPackage } from "../../test/tea-package.js";
import { holdPackage } from "./hold-package.js";

const golden = new URL("../../../codegen/test/golden/webhooks/openapi.yaml", import.meta.url);

/** Nothing tells these apart. */
const alike = `webhooks:
  opened: { patch: { responses: { "204": { description: Noted. } } } }
  closed: { patch: { responses: { "204": { description: Noted. } } } }
`;

let folder: string;
let document: URL;
let orders: TestPackage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facsimile-webhooks-"));
  document = pathToFileURL(join(folder, "openapi.yaml"));
  await writeFile(document, (await readFile(golden, "utf8")).replace("webhooks:\n", alike));
  orders = await buildPackage(document, "webhooks");
}, 120_000);
afterAll(async () => {
  await orders.remove();
  await rm(folder, { recursive: true });
});

/** What is found in a package, a line each, and the names of what was tried. */
async function findingsOf(built: URL): Promise<readonly string[]> {
  const { failed, untried, operations } = await holdPackage({ document, package: built });
  expect(operations).toBe(2);
  return [...failed.flatMap(({ name, findings }) => findings.map(({ message }) => `${name}: ${message}`)), ...untried];
}

it("holds a stream, webhooks and callbacks of one document, their handlers and their types, against the document", async () => {
  expect(await findingsOf(orders.folder)).toEqual([]);
}, 120_000);

it("finds a package that takes what is broken, loses an event, or has another type for it", async () => {
  const changed = await mkdtemp(fileURLToPath(new URL("../changed-", orders.folder)));
  await cp(fileURLToPath(orders.folder), changed, { recursive: true });
  const change = async (name: string, before: string, after: string): Promise<void> => {
    const file = `${changed}/dist/${name}`;
    const text = await readFile(file, "utf8");
    expect(text).toContain(before);
    await writeFile(file, text.replaceAll(before, after));
  };
  await change("generated/webhooks.js", "order.paid", "order.payed");
  await change(
    "generated/webhooks.js",
    "return receive(webhooks, request, options)",
    "return receive(webhooks, request, request.headers.has('webhook-id') ? more(options) : { ...options, secret: undefined, unsigned: true })",
  );
  await appendFile(
    `${changed}/dist/generated/webhooks.js`,
    "const more = ({ handlers, ...others }) => ({ ...others, handlers: Object.fromEntries(Object.entries(handlers).map(" +
      "([name, handle]) => [name, (event) => handle(event?.reason ? { ...event, more: 1 } : event)])) });",
  );
  await change("generated/webhooks.d.ts", "rows: number", "rows: string");
  await change("generated/schemas/webhooks.d.ts", "restock: boolean", "restock?: boolean");
  const found = await findingsOf(pathToFileURL(`${changed}/`));
  await rm(changed, { recursive: true });
  expect(found).toContain("webhook orderPaid: an event: no handler was called, and it was answered with 200 (unknown)");
  expect(found).toContain(
    "webhook exportFailed: an event: an event that is not signed was answered with 204, and a handler was called",
  );
  expect(found).toContain("webhook exportFailed: an event: the handler got another event than was sent");
  expect(found.filter((line) => /^webhook exportFinished: types of the event: .*rows/.test(line))).not.toEqual([]);
  expect(found.filter((line) => /^schema Verdict: types in requests: .*requires "restock"/.test(line))).not.toEqual([]);
}, 120_000);
