import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../repository.js";
import { isOfOthers } from "./entry.js";
import { configuration, packageFolder, specFile } from "./places.js";

/** Which provider is made, and how much of it is tried. */
export interface Order {
  readonly name: string;
  readonly whole: boolean;
  /** The folder that has `specs` and `packages`. */
  readonly into: string;
}

/** A provider that publishes documentation pages. */
export interface PagesOrder extends Order {
  /** The folder of the pages. */
  readonly docs: string;
  /** The source of the SDK. */
  readonly source: string | undefined;
  readonly keepGoing: boolean;
}

/** A provider that publishes an OpenAPI document. */
export interface DocumentOrder extends Order {
  readonly document: URL | string;
}

interface Bench {
  /** Has `specs` and `packages` as the place has them, with this provider alone. */
  readonly folder: string;
  /** The files that the place has already and that are no work of this command alone. */
  readonly kept: ReadonlySet<string>;
}

/** Where a provider is made before anything of it is put into its place. */
export type Workbench = Order & Bench;
export type PagesBench = PagesOrder & Bench;

/** Inside this repository, so that the package finds the runtime, and where no commit picks it up. */
const benches = path.join(root, "node_modules", ".cache", "facsimile-provider");

/** Clears a workbench and lays on it what the place has of the provider. Rejects where a package of the name is no provider's, or one of another kind's. */
export async function openWorkbench<Given extends Order>(order: Given): Promise<Given & Bench> {
  await refuseOthers(order);
  const folder = path.join(benches, order.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "specs", order.name), { recursive: true });
  const kept = filesOf(order).filter((file) => existsSync(path.join(order.into, file)));
  for (const file of kept) await cp(path.join(order.into, file), path.join(folder, file), { recursive: true });
  return { ...order, folder, kept: new Set(kept) };
}

async function refuseOthers(order: Order): Promise<void> {
  const has = (file: string): boolean => existsSync(path.join(order.into, file));
  if (!has(specFile(order, "")) && has(packageFolder(order)))
    throw new Error(`${packageFolder(order)} is there and no provider's: choose another name.`);
  if (!has(specFile(order, "openapi.yaml"))) return;
  const isCopy = await isOfOthers(order);
  if (isCopy === "docs" in order)
    throw new Error(
      isCopy
        ? `specs/${order.name}/openapi.yaml is a copy of a document that is published, as ${configuration} says: choose another name.`
        : `specs/${order.name}/openapi.yaml is written here, for ${configuration} does not name it: choose another name.`,
    );
}

/** What people may have written, and what this command has to know of the last time. */
function filesOf(order: Order): readonly string[] {
  const own = ["package.json", "contract.accept.yaml"].map((file) => `${packageFolder(order)}/${file}`);
  if (!("docs" in order)) return [...own, specFile(order, ""), configuration];
  return [...own, ...["openapi.yaml", "waivers.yaml", "wire.json"].map((file) => specFile(order, file))];
}
