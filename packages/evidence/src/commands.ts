import type { Command } from "@facsimile/codegen/command";
import { draftCommand } from "./command/draft-command.js";
import { evidenceCommand } from "./command/evidence-command.js";
import { verifyCommand } from "./command/verify-command.js";

/** The subcommands that this package adds to `facsimile`. */
export const commands: Readonly<Record<string, Command>> = {
  evidence: evidenceCommand,
  verify: verifyCommand,
  draft: draftCommand,
};
