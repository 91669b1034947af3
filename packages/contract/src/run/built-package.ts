import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PackageNames } from "@facsimile/document";
import type { ClientPlaces } from "@facsimile/mock/wire";
import type { TypedPackage } from "../oracles/types/typed-package.js";

/** What a client of a generated package is made with, as far as tests say. */
export interface ClientSettings extends Partial<ClientPlaces> {
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly retry: false;
  readonly strict: true;
  readonly fetch?: typeof fetch;
}

/** A method or a function of a package; that of a list has its pages too. */
export interface Method {
  (...args: readonly unknown[]): unknown;
  readonly pages?: Method;
}

export type Methods = Readonly<Record<string, Method>>;

/** The pages of a list, as far as tests read them. */
export interface PagesOfList extends AsyncIterable<unknown> {
  items(): AsyncIterable<unknown>;
}

/** A generated package as it is built. */
export interface BuiltPackage extends TypedPackage {
  readonly name: string;
  create(settings: ClientSettings): Methods;
  /** What the entry `./functions` exports. */
  readonly functions: Methods;
  /** What receives webhooks; undefined where the package has no such entry. */
  readonly receive?: Receive | undefined;
}

/** `receiveWebhook` of a package, as far as tests call it. */
export type Receive = (request: Request, options: ReceiveSettings) => Promise<Response>;

export interface ReceiveSettings {
  readonly secret: string;
  readonly handlers: Readonly<Record<string, (event: unknown) => unknown>>;
  readonly webhook?: string;
  readonly onProblem: (problem: { readonly kind: string; readonly message: string }) => void;
}

interface Manifest {
  readonly name: string;
  readonly exports: {
    readonly ".": Entry;
    readonly "./functions": Entry;
    readonly "./schemas"?: Entry;
    readonly "./webhooks"?: Entry;
  };
}

interface Entry {
  readonly types: string;
  readonly default: string;
}

/** Imports what a package's `exports` name. Rejects where it is not built, or has no function that makes a client by that name. */
export async function loadBuiltPackage(folder: URL, names: PackageNames): Promise<BuiltPackage> {
  const root = folder.href.endsWith("/") ? folder : new URL(`${folder.href}/`);
  const manifest: Manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const entry = manifest.exports["."];
  const module = await importEntry(manifest.name, new URL(entry.default, root));
  const create = module[names.factory];
  if (typeof create !== "function") throw new Error(`${manifest.name} exports no ${names.factory}. Generate it again.`);
  const types = new URL(entry.types, root);
  const functions = manifest.exports["./functions"];
  const webhooks = manifest.exports["./webhooks"];
  return {
    name: manifest.name,
    names,
    folder: root,
    types,
    // The package is generated: its types are held against the document by the compiler, not here.
    create: create as BuiltPackage["create"],
    functions: (await importEntry(`${manifest.name}/functions`, new URL(functions.default, root))) as Methods,
    functionTypes: new URL(functions.types, root),
    schemaTypes: new URL(manifest.exports["./schemas"]?.types ?? entry.types, root),
    ...(webhooks && {
      // As above.
      receive: (await importEntry(`${manifest.name}/webhooks`, new URL(webhooks.default, root)))
        .receiveWebhook as Receive,
      webhookTypes: new URL(webhooks.types, root),
    }),
  };
}

async function importEntry(name: string, entry: URL): Promise<Readonly<Record<string, unknown>>> {
  const file = fileURLToPath(entry);
  await readFile(file).catch(() => {
    throw new Error(`${name} is not built: there is no ${file}. Run its build first.`);
  });
  return import(pathToFileURL(file).href);
}
