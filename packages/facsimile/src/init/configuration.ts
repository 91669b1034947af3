/** What is made of a document: the folder and the npm name of its package. */
export interface InitPackage {
  readonly document: string;
  readonly out: string;
  readonly name: string;
}

/** The members of an entry, in the order in which they are written. */
export type EntryMembers = Readonly<Record<string, string | true>>;

/** `facsimile.config.yaml`, with the schema that editors check it by. */
export function configurationText(members: EntryMembers): string {
  return `# yaml-language-server: $schema=node_modules/facsimile/config.schema.json
documents:
${configurationEntry(members)}`;
}

/** The entry of a document, as it stands below `documents`. @param indent - what stands before its dash */
export function configurationEntry(members: EntryMembers, indent = "  "): string {
  const lines = Object.entries(members).map(([name, value]) => `${name}: ${value === true ? value : scalar(value)}\n`);
  return lines.map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`).join("");
}

/** The entry of what is made, in the order in which people write it. */
export function entryOf({ document, out, name }: InitPackage, more: EntryMembers = {}): EntryMembers {
  const { from, ...flags } = more;
  return { document, ...(from !== undefined && { from }), out, name, ...flags };
}

/** A text in YAML: bare where it can be nothing else, else as in JSON, which YAML reads too. */
function scalar(text: string): string {
  return /^[a-z][\w./-]*$/i.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
