/**
 * Loaded by `--import` into the processes that are measured: each writes at its end what it used into a file of its own, in the folder that the
 * module's own URL names.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";

const folder = new URL(import.meta.url).searchParams.get("folder");
process.on("exit", () => writeFileSync(path.join(folder, `${process.pid}`), JSON.stringify(process.resourceUsage())));
