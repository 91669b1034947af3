import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** What a declaration says, without comments, and without the words that say that it is exported and only declared. */
export function signatureOf(declaration: ts.Declaration): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile());
  if (!ts.isVariableDeclaration(declaration)) return text.replace(/^(export )?(default )?(declare )?/, "");
  const word = declaration.parent.flags & ts.NodeFlags.Const ? "const" : "let";
  return `${word} ${text};`;
}

/** The first sentence of what is said about a symbol, on one line; undefined where nothing is said. */
export function firstSentence(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const [paragraph = ""] = ts.displayPartsToString(symbol.getDocumentationComment(checker)).split(/\n\s*\n/);
  const line = paragraph.trim().split(/\s+/).join(" ");
  const end = /\.(?= |$)/.exec(line);
  const sentence = end === null ? line : line.slice(0, end.index + 1);
  return sentence === "" ? undefined : sentence;
}
