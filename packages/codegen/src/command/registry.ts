import type { Command } from "./command.js";

/** A subcommand, before its code is loaded. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** The package that brings it; undefined for this one. */
  readonly from: string | undefined;
}

const contract = "@facsimile/contract";
const evidence = "@facsimile/evidence";

export const commandEntries: readonly CommandEntry[] = [
  { name: "generate", summary: "Write the package for an OpenAPI document", from: undefined },
  { name: "mock", summary: "Serve the examples of an OpenAPI document on this machine", from: contract },
  { name: "contract", summary: "Hold a built package against its document", from: contract },
  { name: "proxy", summary: "Hold what an application sends and receives against a document", from: contract },
  { name: "mutation", summary: "Count the seeded faults that the contract tests notice", from: contract },
  { name: "draft", summary: "Write a first OpenAPI document from documentation pages", from: evidence },
  { name: "evidence", summary: "Read documentation pages into facts", from: evidence },
  { name: "verify", summary: "Hold an OpenAPI document against the facts of its documentation", from: evidence },
];

/**
 * Loads a subcommand. The other packages of this family depend on this one, and are therefore named by text alone.
 *
 * @throws Error that says what to install, when the package that brings it is missing or too old.
 */
export async function loadCommand({ name, from }: CommandEntry): Promise<Command> {
  if (from === undefined) return (await import("./generate.js")).generateCommand;
  const specifier = `${from}/commands`;
  const { commands } = await importCommands(specifier, from);
  const command = commands[name];
  if (command === undefined)
    throw new Error(`this command needs a newer ${from}: npm install --save-dev ${from}@latest`);
  return command;
}

/** What a package of this family exports from `<package>/commands`. */
interface CommandModule {
  readonly commands: Readonly<Record<string, Command>>;
}

async function importCommands(specifier: string, from: string): Promise<CommandModule> {
  try {
    return (await import(specifier)) as CommandModule;
  } catch (error) {
    // The package itself, and none that it depends on.
    const missing = error instanceof Error && error.message.startsWith(`Cannot find package '${from}`);
    if (!missing) throw error;
    throw new Error(`this command is part of ${from}, which is not installed: npm install --save-dev ${from}`);
  }
}
