/**
 * What a generated package costs those who use it: type instantiations of ten calls of SendAuth, and for each document that is named, the time and
 * the memory of the compiler for ten calls against an empty program, and the time of an import. The repository has to be built.
 *
 *     npm run bench types -- [document...]
 */
import path from "node:path";
import { printCompiler } from "./types-compiler.js";
import { printImports } from "./types-import.js";
import { printInstantiations } from "./types-instantiations.js";
import { buildConsumer } from "./types-package.js";

printInstantiations();
for (const document of process.argv.slice(2)) {
  const consumer = buildConsumer(path.resolve(document));
  console.log(`\n${path.basename(document)}\n`);
  printCompiler(consumer);
  console.log();
  printImports(consumer);
}
