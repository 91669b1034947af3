import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pack, packDependencies } from "../pack.js";
import { listProviders } from "../repository.js";
import { installConsumer } from "./install-consumer.js";

/** Packs the runtime and every provider's package as they would be published, with what they depend on. Resolves to the tarballs. */
export async function packForConsumer(folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const own = ["runtime", ...listProviders()].map((name) => pack(path.join("packages", name), folder));
  return [...(await Promise.all(own)), ...(await packDependencies(folder))];
}

/** Makes a consumer of the packed packages in a folder below another one, anew. Resolves to the folder. */
export async function makeConsumer(parent: string): Promise<string> {
  const folder = path.join(parent, "consumer");
  await rm(folder, { recursive: true, force: true });
  await installConsumer(folder, await packForConsumer(path.join(parent, "packed")));
  return folder;
}
