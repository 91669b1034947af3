import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../repository.js";

/** Which provider is made, of what, and how much of it is tried. */
export interface Order {
  readonly name: string;
  /** The folder of the pages. */
  readonly docs: string;
  /** The source of the SDK. */
  readonly source: string | undefined;
  readonly keepGoing: boolean;
  readonly whole: boolean;
  /** The folder that has `specs` and `packages`. */
  readonly into: string;
}

/** Where a provider is made before anything of it is put into its place. */
export interface Workbench extends Order {
  /** Has `specs` and `packages` as the place has them, with this provider alone. */
  readonly folder: string;
  /** The files that the place has already and that are no work of this command alone. */
  readonly kept: ReadonlySet<string>;
}

/** Relative to the folder that has `specs` and `packages`. */
export const specFile = ({ name }: Order, file: string): string => `specs/${name}/${file}`;
export const packageFolder = ({ name }: Order): string => `packages/${name}`;

/** Inside this repository, so that the package finds the runtime, and where no commit picks it up. */
const benches = path.join(root, "node_modules", ".cache", "facsimile-provider");

/** Clears a workbench and lays on it what the place has of the provider. Rejects where a package of the name is no provider's. */
export async function openWorkbench(order: Order): Promise<Workbench> {
  const isProvider = existsSync(path.join(order.into, "specs", order.name));
  if (!isProvider && existsSync(path.join(order.into, packageFolder(order))))
    throw new Error(`${packageFolder(order)} is there and no provider's: choose another name.`);
  const folder = path.join(benches, order.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "specs", order.name), { recursive: true });
  const kept = [
    ...["openapi.yaml", "waivers.yaml", "wire.json"].map((file) => specFile(order, file)),
    ...["package.json", "contract.accept.yaml"].map((file) => `${packageFolder(order)}/${file}`),
  ].filter((file) => existsSync(path.join(order.into, file)));
  for (const file of kept) await cp(path.join(order.into, file), path.join(folder, file));
  return { ...order, folder, kept: new Set(kept) };
}
