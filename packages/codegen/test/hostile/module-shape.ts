import ts from "typescript";

/**
 * The structure of a module, with nothing of its names, texts and comments. Whether a declaration is handed on where it stands, or by a list because
 * of its name, is no part of it; nor is how many lists there are, in the order of their names.
 */
export function shapeOf(source: string): string {
  const connections = new Set<string>();
  const others: string[] = [];
  for (const statement of parse(source).statements) {
    const parts: string[] = [];
    visit(statement, parts);
    if (ts.isImportDeclaration(statement)) connections.add(parts.join(" "));
    else if (!ts.isExportDeclaration(statement)) others.push(parts.join(" "));
    else if (statement.moduleSpecifier !== undefined) connections.add(parts.join(" "));
  }
  return [...[...connections].sort(), ...others].join("\n");
}

/** What is wrong with a module in itself: mistakes of syntax, and what comments tell the compiler and other tools. */
export function mistakesOf(source: string): readonly string[] {
  const { parseDiagnostics, commentDirectives, pragmas, referencedFiles } = parse(source);
  return [
    ...parseDiagnostics.map(({ messageText }) => `syntax: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    ...(commentDirectives ?? []).map(() => "a directive to the compiler"),
    ...[...pragmas.keys()].map((name) => `the pragma ${name}`),
    ...referencedFiles.map(({ fileName }) => `a reference to ${fileName}`),
    ...(/[#@]\s*source(?:Mapping)?URL=[^\s'"]+\s*$/m.test(source) ? ["a source map"] : []),
    ...(/[\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|[^\P{Cc}\n\t]/u.test(source)
      ? ["what cannot be seen"]
      : []),
  ];
}

/** The modules that a module imports or exports from, and what it does besides declaring. */
export function actsOf(source: string): readonly string[] {
  return parse(source).statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier;
      return from !== undefined && ts.isStringLiteral(from) ? [`from ${from.text}`] : [];
    }
    return isDeclaration(statement) ? [] : [ts.SyntaxKind[statement.kind]];
  });
}

function isDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isVariableStatement(statement)
  );
}

// What the compiler found besides the tree; not part of its public types.
interface SourceFile extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly unknown[];
  readonly pragmas: ReadonlyMap<string, unknown>;
}

function parse(source: string): SourceFile {
  return ts.createSourceFile("a.ts", source, ts.ScriptTarget.ESNext) as SourceFile;
}

/** Kinds that stand for a name or a text, however it has to be written: `a`, `"a-b"`, `["__proto__"]`, `b as a`, `"c" as const`. */
function isName(node: ts.Node): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    ts.isComputedPropertyName(node) ||
    ts.isImportSpecifier(node) ||
    (ts.isAsExpression(node) && isName(node.expression))
  );
}

function visit(node: ts.Node, parts: string[]): void {
  if (node.kind === ts.SyntaxKind.ExportKeyword) return;
  if (isName(node)) {
    parts.push("name");
    return;
  }
  parts.push(`${node.kind}(`);
  ts.forEachChild(node, (child) => visit(child, parts));
  parts.push(")");
}
