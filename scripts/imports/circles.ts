import type { Imports } from "./read-imports.js";

/** The circles of modules that import one another, each as the modules on the way, the first one again at the end. */
export function findCircles(imports: Imports): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const module of imports.keys()) visit(module, [], imports, done, circles);
  return circles;
}

function visit(module: string, way: readonly string[], imports: Imports, done: Set<string>, circles: string[][]): void {
  const start = way.indexOf(module);
  if (start >= 0) circles.push([...way.slice(start), module]);
  if (start >= 0 || done.has(module)) return;
  for (const { module: next } of imports.get(module) ?? []) {
    if (next !== undefined && imports.has(next)) visit(next, [...way, module], imports, done, circles);
  }
  done.add(module);
}
