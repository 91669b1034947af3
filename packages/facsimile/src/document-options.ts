import { resolve } from "node:path";
import type { DocumentEntry } from "./config/config.js";
import type { ParsedArguments } from "./options.js";

/** The options of commands that read a document, but for diff, which reads two of them whole. */
export const documentOptions = { overlay: "text", only: "text", without: "text", config: "text" } as const;

/** What is done to a document before anything else. */
export interface DocumentChoices {
  /** Absolute paths of overlays. */
  readonly overlays: readonly string[];
  /** Selectors of the operations that are wanted; none: all. */
  readonly only: readonly string[];
  /** Selectors of those that are not. */
  readonly without: readonly string[];
  readonly clientName?: string;
  /** The URL of the server, in place of the document's. */
  readonly server?: string;
}

/** What the command line says, and where it says nothing, the configuration. */
export function readDocumentOptions(
  { texts }: ParsedArguments,
  cwd: string,
  entry: DocumentEntry | undefined,
): DocumentChoices {
  const overlays = texts("overlay").map((overlay) => resolve(cwd, overlay));
  return {
    overlays: first(overlays, entry?.overlays),
    only: first(texts("only"), entry?.only),
    without: first(texts("without"), entry?.without),
    ...(entry?.clientName !== undefined && { clientName: entry.clientName }),
    ...(entry?.server !== undefined && { server: entry.server }),
  };
}

/** The first list that has something in it. */
export function first(given: readonly string[], otherwise: readonly string[] = []): readonly string[] {
  return given.length > 0 ? given : otherwise;
}
