import { writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "../run.js";
import { type CompilerSetting, nameSetting, optionsOf } from "./compiler-setting.js";

/** A TypeScript compiler. */
export interface Compiler {
  /** Such as `5.9.3`. */
  readonly version: string;
  /** The script that Node runs. */
  readonly script: string;
}

/** Compiles files of a consumer's folder, by default every one that ends in `.ts`. Resolves to what the compiler has against it, or undefined. */
export async function compileConsumer(
  folder: string,
  compiler: Compiler,
  setting: CompilerSetting,
  files: readonly string[] = ["*.ts"],
): Promise<string | undefined> {
  const file = path.join(folder, `tsconfig.${nameSetting(setting).replace(/\W+/g, "-")}.json`);
  const configuration = { compilerOptions: optionsOf(setting, compiler.version), include: files };
  await writeFile(file, JSON.stringify(configuration));
  const { code, output } = await run(process.execPath, [compiler.script, "--pretty", "false", "-p", file]);
  return code === 0 ? undefined : output.trim() || `exit ${code}`;
}
