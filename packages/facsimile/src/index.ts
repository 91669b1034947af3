export type { Command, CommandIo, ExitCode, TextSink } from "./command.js";
export { run } from "./main.js";
