import type { Command } from "./command.js";
import type { PeerName } from "./peers.js";

/** A subcommand, before its code is loaded. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** The package that it needs besides this one and its dependencies. */
  readonly needs?: PeerName;
  readonly load: () => Promise<Command>;
}
