import type ts from "typescript";
import type { TypeScript } from "../../program/compiler.js";
import type { Sample } from "../sample.js";
import type { SampleProgram } from "../sample-program.js";

/** What a sample may leave to the reader and still run: a credential, and where the API is. */
const given = /(?:token|key|secret|username|password|baseUrl)$/i;

/** Why a sample cannot be run here, without a full stop: it needs more than a base URL and a credential. */
export function unrunnableReason(
  program: SampleProgram,
  { text }: Sample,
  index: number,
  packageName: string,
): string | undefined {
  return (
    importReason(program.compiler, text, packageName) ??
    compileReason(program, index) ??
    readerReason(program, index) ??
    browserReason(program, index)
  );
}

/** The names that a sample is given, of those that it leaves to the reader. */
export function givenNames(left: readonly string[]): readonly string[] {
  return left.filter((name) => !isOfNode(name) && given.test(name));
}

function compileReason(program: SampleProgram, index: number): string | undefined {
  const failure = program.failureOf("old", index);
  return failure && `the old edition does not compile it: ${failure.message.replace(/\.$/, "")}`;
}

function importReason(compiler: TypeScript, text: string, name: string): string | undefined {
  const imported = compiler.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const strange = imported.find((one) => one !== name && !one.startsWith(`${name}/`));
  return strange === undefined ? undefined : `it needs \`${strange}\``;
}

function readerReason({ complete }: SampleProgram, index: number): string | undefined {
  const left = complete[index]?.left ?? [];
  const missing = left.find((name) => !isOfNode(name) && !given.test(name));
  return missing === undefined ? undefined : `it leaves \`${missing}\` to the reader`;
}

/** What the compiler's libraries declare of a browser, and Node does not have. */
function browserReason({ compiler, checker, fileOf }: SampleProgram, index: number): string | undefined {
  const file = fileOf("old", index);
  const names = file === undefined ? [] : identifiersIn(compiler, file);
  const strange = names.find((node) => {
    const symbol = checker.getSymbolAtLocation(node);
    const declaration = symbol?.valueDeclaration;
    const isGlobal = declaration !== undefined && /\/lib\.dom\.d\.ts$/.test(declaration.getSourceFile().fileName);
    return (
      isGlobal &&
      checker.resolveName(node.text, file, compiler.SymbolFlags.Value, false) === symbol &&
      !isOfNode(node.text)
    );
  });
  return strange && `it needs \`${strange.text}\`, which is a browser's`;
}

function identifiersIn(compiler: TypeScript, file: ts.SourceFile): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isIdentifier(node)) found.push(node);
    compiler.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isOfNode(name: string): boolean {
  return name in globalThis;
}
