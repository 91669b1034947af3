import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { installOnDemand } from "../install-on-demand.js";

/** Makes a folder where the packages are installed, or answers with the one that it has made. */
export type Consumer = () => Promise<string>;

/** Something that packages are for. */
export interface Platform {
  /** With its version, where that is ours to choose. */
  readonly name: string;
  /** @throws PlatformMissing */
  run(consumer: Consumer): Promise<readonly Check[]>;
  /** Of what the machine has; asked after it ran. */
  version?(): Promise<string>;
}

/** A platform that cannot be had here, which says nothing of the packages. */
export class PlatformMissing extends Error {}

/** Installs what a platform is made of, by exact version, and answers with the folder. */
export function installPlatform(name: string, versions: Readonly<Record<string, string>>, home?: string): string {
  try {
    return installOnDemand(name, versions, home);
  } catch (cause) {
    throw new PlatformMissing(`${name} could not be installed`, { cause });
  }
}
