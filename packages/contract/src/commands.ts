import type { Command } from "@facsimile/codegen";
import { mockCommand } from "./commands/mock.js";
import { mutationCommand } from "./commands/mutation.js";

/** The subcommands that this package adds to `facsimile`. */
export const commands: Readonly<Record<string, Command>> = { mock: mockCommand, mutation: mutationCommand };
