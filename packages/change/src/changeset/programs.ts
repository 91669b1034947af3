import { join } from "node:path";
import { openSource } from "../sources/source.js";
import type { SampleServer } from "../types/samples/running/running-edition.js";
import type { SampleFailure } from "../types/samples/sample-failure.js";
import type { Sides } from "./sides.js";

/** Starts a server that answers as a document says, by the absolute paths of the document and of the overlays that are applied to it. */
export type Serve = (document: string, overlays: readonly string[]) => Promise<SampleServer>;

/** What became of the programs of the last edition. */
export interface ProgramRuns {
  /** How many ended well with the new edition. */
  readonly ran: number;
  /** Those that were compiled alone, by their names, and why. */
  readonly notRun: readonly { readonly name: string; readonly reason: string }[];
}

export interface TriedPrograms extends ProgramRuns {
  readonly failures: readonly SampleFailure[];
}

/** The documents of both editions, each with the absolute paths of its overlays. */
export interface Documents {
  /** Its document is a source of `diff`. */
  readonly old: Mended;
  /** Its document is an absolute path. */
  readonly new: Mended;
  /** Where sources are looked for. */
  readonly root: string;
}

export interface Mended {
  readonly document: string;
  readonly overlays: readonly string[];
}

/** Tries the programs of the last edition with the new one. Undefined where it has none. */
export async function tryPrograms(
  { old, new: next, samples }: Sides,
  documents: Documents,
  serve: Serve = withoutServer,
): Promise<TriedPrograms | undefined> {
  if (samples.length === 0) return undefined;
  const { runSamples } = await import("../types/samples/running/run-samples.js");
  const editions = [
    { sources: old, serve: () => serveSource(documents, serve) },
    { sources: next, serve: () => serve(documents.new.document, documents.new.overlays) },
  ] as const;
  const { ran, failures, notRun } = await runSamples(...editions, samples);
  const reasons = notRun.map(({ sample, reason }) => ({ name: sample.name, reason }));
  return { ran: ran.length, failures, notRun: reasons };
}

async function withoutServer(): Promise<never> {
  throw new Error("there is no mock server for it");
}

/** A server reads its document when it starts: what was put on disk for it goes after that. */
async function serveSource({ old, root }: Documents, serve: Serve): Promise<SampleServer> {
  const source = await openSource(old.document, root);
  try {
    const [found] = source.documents;
    return await serve(typeof found?.path === "string" ? found.path : join(root, old.document), old.overlays);
  } finally {
    await source.close();
  }
}
