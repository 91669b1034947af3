import { resolve } from "node:path";
import type { DocumentEntry } from "./config/config.js";
import type { ParsedArguments } from "./options.js";
import { UsageError } from "./usage-error.js";

/** The options of commands that read a document, but for diff, which reads two of them whole. */
export const documentOptions = {
  overlay: "text",
  only: "text",
  without: "text",
  config: "text",
  integrity: "text",
} as const;

/** What those that read a package take besides: how it was generated. */
export const packageOptions = { "client-name": "text" } as const;

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

/** What the command line says, and where it says nothing, the configuration. @throws UsageError for what is no name of a client */
export function readDocumentOptions(
  { text, texts }: ParsedArguments,
  cwd: string,
  entry: DocumentEntry | undefined,
): DocumentChoices {
  const clientName = text("client-name") ?? entry?.clientName;
  if (clientName !== undefined && !isClientName(clientName))
    throw new UsageError(`--client-name takes a word of letters and digits that begins with a capital, such as Users`);
  const overlays = texts("overlay").map((overlay) => resolve(cwd, overlay));
  return {
    overlays: first(overlays, entry?.overlays),
    only: first(texts("only"), entry?.only),
    without: first(texts("without"), entry?.without),
    ...(clientName !== undefined && { clientName }),
    ...(entry?.server !== undefined && { server: entry.server }),
  };
}

/** Whether a text can be the name of a client. */
export function isClientName(text: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(text);
}

/** The first list that has something in it. */
export function first(given: readonly string[], otherwise: readonly string[] = []): readonly string[] {
  return given.length > 0 ? given : otherwise;
}
