import type { Command } from "@facsimile/codegen";
import { mockCommand } from "./commands/mock.js";

/** The subcommands that this package adds to `facsimile`. */
export const commands: Readonly<Record<string, Command>> = { mock: mockCommand };
