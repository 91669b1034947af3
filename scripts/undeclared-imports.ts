import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { readPublicPackage } from "./api/entry.js";

/**
 * What the declarations that can be reached from the entries of a built package import, and its package.json does not depend on: whoever installs the package alone
 * lacks it, however well it compiles where more is installed. Modules of Node are left out, whose types everybody chooses.
 *
 * @param home - the package's folder
 */
export function undeclaredImports(home: string): readonly string[] {
  const { name, entries } = readPublicPackage(home);
  const has = declaredIn(home);
  const waiting = entries.flatMap(({ module }) => module?.declarations ?? []);
  const seen = new Set(waiting);
  const missing: string[] = [];
  for (const file of waiting) {
    for (const imported of importsOf(file)) {
      const target = imported.startsWith(".") && path.join(path.dirname(file), imported.replace(/\.js$/, ".d.ts"));
      if (target === false) {
        if (!isAvailable(imported, name, has)) missing.push(`${path.relative(home, file)} imports ${imported}`);
      } else if (!seen.has(target) && existsSync(target)) {
        seen.add(target);
        waiting.push(target);
      }
    }
  }
  return missing;
}

function importsOf(file: string): readonly string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(readFileSync(file, "utf8"));
  return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName);
}

function isAvailable(imported: string, own: string, declared: ReadonlySet<string>): boolean {
  if (imported.startsWith("node:") || imported === "node") return true;
  const [scopeOrName = "", rest] = imported.split("/");
  const name = imported.startsWith("@") ? `${scopeOrName}/${rest}` : scopeOrName;
  const types = `@types/${name.replace(/^@/, "").replace("/", "__")}`;
  return name === own || declared.has(name) || declared.has(types);
}

function declaredIn(home: string): ReadonlySet<string> {
  // Both fields map names to ranges.
  const manifest = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
}
