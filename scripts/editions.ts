/**
 * Compares successive editions of documents by what travels, both ways: `npm run editions -- <folder>`. Files are put in order by their names, with
 * numbers by their size, and belong together where their names are the same up to the last `-`. `--list` prints each change as well. Exit 1 when a
 * document cannot be read or a pair not be compared.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Change } from "@facsimile/change";
import type { Document } from "@facsimile/document";
import { build, runScript } from "./build.js";
import { type Column, formatTable } from "./table.js";

const classes = ["breaking", "unknown", "warning", "safe"] as const;

const columns: readonly Column[] = [
  { title: "old" },
  { title: "new" },
  ...[...classes, "metadata", "seconds", "MB"].map((title) => ({ title, align: "right" as const })),
];

/** Pairs of files that follow one another, and back. */
function pairsIn(folder: string): readonly (readonly [old: string, next: string])[] {
  const names = readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  const ordered = names.sort(new Intl.Collator("en", { numeric: true }).compare);
  const forth = ordered.flatMap((name, index): [string, string][] => {
    const next = ordered[index + 1];
    return next !== undefined && prefixOf(next) === prefixOf(name) ? [[name, next]] : [];
  });
  return forth.flatMap(([old, next]) => [[old, next] as const, [next, old] as const]);
}

function prefixOf(name: string): string {
  return name.slice(0, name.lastIndexOf("-"));
}

function rowOf(names: readonly string[], changes: readonly Change[], seconds: number): readonly string[] {
  const metadata = changes.filter(({ area }) => area === "metadata").length;
  const counts = classes.map((verdict) => changes.filter((each) => each.class === verdict && each.area !== "metadata"));
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  return [
    ...names,
    ...counts.map(({ length }) => String(length)),
    String(metadata),
    seconds.toFixed(2),
    megabytes.toFixed(0),
  ];
}

function lineOf({ class: verdict, direction, rule, operations, old, new: next, message, example }: Change): string {
  const places = `${old?.pointer ?? "nothing"} (${old?.line ?? "-"}) -> ${next?.pointer ?? "nothing"} (${next?.line ?? "-"})`;
  const shown = example === undefined ? "" : ` for example ${JSON.stringify(example).slice(0, 200)}`;
  return `${verdict} ${direction} ${rule}: ${message}${shown}\n  ${places}, ${operations.length} operations: ${operations.slice(0, 2).join(", ")}`;
}

await runScript(async () => {
  const options = { list: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const folder = path.resolve(positionals[0] ?? ".");
  await build(["change"]);
  const { compareWire } = await import("@facsimile/change");
  const { loadDocument } = await import("@facsimile/document");
  const load = async (name: string): Promise<Document> => {
    const { document } = await loadDocument(path.join(folder, name));
    if (document === undefined) throw new Error(`${name} cannot be read.`);
    return document;
  };
  const rows: (readonly string[])[] = [];
  for (const names of pairsIn(folder)) {
    const [old, next] = [await load(names[0]), await load(names[1])];
    const before = process.cpuUsage();
    const changes = compareWire(old, next);
    const { user, system } = process.cpuUsage(before);
    rows.push(rowOf(names, changes, (user + system) / 1e6));
    if (values.list) console.log([names.join(" -> "), ...changes.map(lineOf), ""].join("\n"));
  }
  console.log(formatTable(columns, rows).join("\n"));
  console.log("\nSeconds are of a processor, for the comparison alone.");
  return rows.length > 0 ? 0 : 1;
});
