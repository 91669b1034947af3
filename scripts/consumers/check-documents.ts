import { writeFile } from "node:fs/promises";
import path from "node:path";
import { listProviders, workspaceOf } from "../repository.js";
import { run } from "../run.js";
import { type Compiler, compileConsumer } from "./compile.js";

/** Imports the document that each provider's package carries in a consumer's folder, with the compiler and with Node. Resolves to what went wrong. */
export async function checkDocuments(folder: string, compiler: Compiler): Promise<string[]> {
  const names = listProviders().map(workspaceOf);
  const imports = names.map(
    (name, index) => `import document${index} from "${name}/openapi.json" with { type: "json" };`,
  );
  const list = names.map((_, index) => `document${index}`).join(", ");
  const check = `for (const { openapi, info, paths } of [${list}]) {
  if (!openapi.startsWith("3.") || info.title === "" || Object.keys(paths).length === 0) throw new Error("a package carries no document");
}`;
  const program = [...imports, check, ""].join("\n");
  await writeFile(path.join(folder, "documents.mts"), program);
  await writeFile(path.join(folder, "documents.mjs"), program);
  const setting = { resolution: "nodenext", globals: "DOM", exactOptionalPropertyTypes: true } as const;
  const problem = await compileConsumer(folder, compiler, setting, ["documents.mts"]);
  const ran = await run("node", [path.join(folder, "documents.mjs")]);
  return [
    ...(problem === undefined ? [] : [`consumer's documents, nodenext: ${problem}`]),
    ...(ran.code === 0 ? [] : [`consumer's documents, node: ${ran.output.trim() || `exit ${ran.code}`}`]),
  ];
}
