import type { Command } from "@facsimile/codegen/command";
import { contractCommand } from "./commands/contract.js";
import { mockCommand } from "./commands/mock.js";
import { mutationCommand } from "./commands/mutation.js";
import { proxyCommand } from "./commands/proxy.js";

/** The subcommands that this package adds to `facsimile`. */
export const commands: Readonly<Record<string, Command>> = {
  contract: contractCommand,
  mock: mockCommand,
  mutation: mutationCommand,
  proxy: proxyCommand,
};
