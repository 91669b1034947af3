import type { PublicPackage } from "./entry.js";
import type { Declared, EntrySurface, Surface } from "./surface.js";

/** The page that shows the surface of a package: what each entry exports, then each declaration once, all in the order of their names. */
export function printReport({ name, commands }: PublicPackage, { entries, declared }: Surface): string {
  const own = declared.filter((one) => one.isExported && one.origin === name);
  const inner = declared.filter((one) => !one.isExported);
  const foreign = declared.filter((one) => one.isExported && one.origin !== name);
  const origins = [...new Set(foreign.map(({ origin }) => origin))].sort();
  const sections = [
    `# The surface of ${name}`,
    "Written by `npm run api` from the declarations of the built package. What changes here changes for those who import it.",
    ...commands.map((command) => `Installs the command \`${command}\`.`),
    ...[...entries].sort((left, right) => compare(left.specifier, right.specifier)).map(printEntry),
    ...section("Declared here", own),
    ...origins.flatMap((origin) =>
      section(
        `Handed on from ${origin}`,
        foreign.filter((one) => one.origin === origin),
      ),
    ),
    ...section("Not exported, but part of what is", inner),
  ];
  return `${sections.join("\n\n")}\n`;
}

function printEntry({ specifier, names }: EntrySurface): string {
  if (names === undefined) return `## \`${specifier}\`\n\nA file of data.`;
  const lines = [...names]
    .sort((left, right) => compare(left.name, right.name))
    .map(({ name, isValue }) => `  ${isValue ? "" : "type "}${name},`);
  return `## \`${specifier}\`\n\n\`\`\`ts\nimport {\n${lines.join("\n")}\n} from "${specifier}";\n\`\`\``;
}

function section(title: string, declared: readonly Declared[]): string[] {
  if (declared.length === 0) return [];
  const blocks = declared.map(printDeclared).sort((left, right) => compare(left.name, right.name));
  return [`## ${title}`, `\`\`\`ts\n${blocks.map(({ text }) => text).join("\n\n")}\n\`\`\``];
}

/** `name` is what it is sorted by: what has the same name is sorted by its text. */
function printDeclared({ name, otherNames, about, signatures }: Declared): { name: string; text: string } {
  const lines = [
    ...(about === undefined ? [] : [`// ${about}`]),
    ...(otherNames.length === 0 ? [] : [`// Also called ${[...otherNames].sort().join(", ")}.`]),
    ...signatures,
  ];
  const text = lines.join("\n");
  return { name: `${name}\n${text}`, text };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
