import type { CommandIo, TextSink } from "./command.js";

/**
 * Whether a text is written in colours: never where `NO_COLOR` is set to anything (no-color.org), where not that, always where `FORCE_COLOR` is, but to
 * `0` or `false`; else on a terminal that has any.
 */
export function isColored(sink: TextSink, env: CommandIo["env"]): boolean {
  const { NO_COLOR: none = "", FORCE_COLOR: force = "", TERM: terminal } = env;
  if (none !== "") return false;
  if (force !== "") return force !== "0" && force !== "false";
  return sink.isTTY === true && terminal !== "dumb";
}
