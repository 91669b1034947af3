import type { Surroundings } from "../plan/surroundings.js";
import {
  arrayLiteral,
  type Code,
  code,
  entry,
  importedName,
  literal,
  openObjectLiteral,
  printModule,
} from "../print/index.js";
import { jsonHeader, moduleHeader } from "./header.js";
import { parameterList } from "./operations.js";
import type { SourceFile } from "./source-file.js";

/** What compiles and tests a package. It needs nothing of the repository that the package is in. Without a file of the document there is nothing to test it by. */
export function emitConfiguration(surroundings: Surroundings): readonly SourceFile[] {
  const { document } = surroundings;
  const compiler = { path: "tsconfig.json", text: compilerConfiguration };
  if (document === undefined) return [compiler];
  return [
    compiler,
    { path: "vitest.config.ts", text: testConfiguration() },
    { path: "test/contract.test.ts", text: contractTest(document, surroundings) },
  ];
}

const compilerConfiguration = `${jsonHeader}
{
  "compilerOptions": {
    "target": "ES2022",
    "lib": ["ES2022", "DOM", "DOM.Iterable"],
    "types": [],
    "module": "NodeNext",
    "strict": true,
    "exactOptionalPropertyTypes": true,
    "noUncheckedIndexedAccess": true,
    "verbatimModuleSyntax": true,
    "isolatedDeclarations": true,
    "declaration": true,
    "rootDir": "src",
    "outDir": "dist"
  },
  "include": ["src"]
}
`;

function testConfiguration(): string {
  const body = code`
    export default ${importedName("defineConfig", "vitest/config")}({
      test: { include: ["test/**/*.test.ts"] },
    });
  `;
  return printModule({ specifier: "", header: moduleHeader, declares: new Map(), reserved: new Set(), body });
}

function contractTest(document: string, { overlays, selection, settings }: Surroundings): string {
  const url = (path: string): Code => code`new URL${parameterList(literal(path), code`import.meta.url`)}`;
  const test = openObjectLiteral([
    entry("document", url(document)),
    overlays.length === 0 ? undefined : entry("overlays", arrayLiteral(overlays.map(url))),
    ...[entryOf("only", selection.only), entryOf("without", selection.without)],
    ...Object.entries(settings).map(([name, value]) => entry(name, literal(value))),
    entry("package", url("..")),
  ]);
  const body = code`await ${importedName("testContract", "@facsimile/contract")}(${test});`;
  return printModule({ specifier: "", header: moduleHeader, declares: new Map(), reserved: new Set(), body });
}

function entryOf(name: string, selectors: readonly string[] = []): ReturnType<typeof entry> | undefined {
  return selectors.length === 0 ? undefined : entry(name, arrayLiteral(selectors.map((text) => literal(text))));
}
