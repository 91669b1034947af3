import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { PlatformMissing } from "../platforms/platform.js";
import { type Row, tryRow } from "./row.js";
import type { Upstream } from "./upstream.js";

/** What has been tried so far. */
export class Trials {
  readonly rows: Row[] = [];

  constructor(private readonly upstream: Upstream) {}

  /** Tries something. Resolves to whether all was well. What failed because something of others could not be fetched was not tried. */
  async try(name: string, perform: () => Promise<readonly Check[]>): Promise<boolean> {
    this.upstream.takeFailures();
    console.log(`  … ${name}`);
    const row = await tryRow(name, () => perform().catch((error: unknown) => this.#explain(error)));
    this.rows.push(row);
    return row.checks.length > 0 && row.checks.every(({ problem }) => problem === undefined);
  }

  #explain(error: unknown): never {
    const [failure] = this.upstream.takeFailures();
    // What npm was told for it, and did not get by asking again.
    if (failure === undefined || !String(error).includes("502")) throw error;
    throw new PlatformMissing(`could not be fetched: ${failure}`);
  }
}

/** Where a rehearsal takes place. */
export interface Stage {
  /** The folder that everything is below. */
  readonly work: string;
  /** The registry's address. */
  readonly registry: string;
  readonly trials: Trials;
}
