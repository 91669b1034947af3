import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command, type Place } from "./command.js";

/** What the second release changes, in names that nothing else has. */
export const edit = { provider: "ultracart", parameter: "rehearsed", constant: "rehearsed" } as const;

/** Has the runtime export something more, with a changeset that a person would write. */
export function changeRuntime({ folder }: Place): void {
  const source = path.join(folder, "packages", "runtime", "src", "index.ts");
  appendFileSync(source, `/** Says which release this is. */\nexport const ${edit.constant} = "twice";\n`);
  const changeset = `---\n"@facsimile/runtime": minor\n---\n\nThe runtime says which release it is.\n`;
  writeFileSync(path.join(folder, ".changeset", "rehearsal.md"), changeset);
}

/**
 * Requires a parameter more of the first operation of a provider's document, which breaks those who call it, and lets `facsimile changeset` write the
 * changeset. Resolves to its text.
 */
export async function changeProvider(copy: Place): Promise<string> {
  // The package carries its document as JSON, which is YAML too.
  const carried = readFileSync(path.join(copy.folder, "packages", edit.provider, "openapi.json"), "utf8");
  const spec = path.join(copy.folder, "specs", edit.provider, "openapi.yaml");
  writeFileSync(spec, requireParameter(carried, edit.parameter));
  await command(copy, "npm", "run", "generate");
  await command(copy, "npx", "facsimile", "changeset");
  await command(copy, "npx", "facsimile", "changeset", "--check");
  const home = path.join(copy.folder, ".changeset");
  const written = readdirSync(home).find((name) => name.startsWith("changes-") && name.endsWith(`${edit.provider}.md`));
  if (written === undefined) throw new Error(`facsimile changeset wrote none for ${edit.provider}`);
  return readFileSync(path.join(home, written), "utf8");
}

/** An OpenAPI document in JSON whose first operation requires a query parameter more. */
export function requireParameter(text: string, name: string): string {
  // The specs of this repository have no references in these places.
  const document = JSON.parse(text) as { readonly paths: Readonly<Record<string, PathItem>> };
  const operation = Object.values(document.paths)
    .flatMap(({ get, put, post, patch, delete: remove }) => [get, put, post, patch, remove])
    .find((one) => one !== undefined);
  if (operation === undefined) throw new Error("the document has no operation");
  operation.parameters = [
    ...(operation.parameters ?? []),
    { name, in: "query", required: true, description: "Which release this is.", schema: { type: "string" } },
  ];
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

type PathItem = Partial<Record<"get" | "put" | "post" | "patch" | "delete", { parameters?: readonly object[] }>>;
