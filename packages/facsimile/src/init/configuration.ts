/** What is made of a document: the folder and the npm name of its package. */
export interface InitPackage {
  readonly document: string;
  readonly out: string;
  readonly name: string;
}

/** `facsimile.config.yaml`, with the schema that editors check it by. */
export function configurationText(made: InitPackage): string {
  return `# yaml-language-server: $schema=node_modules/facsimile/config.schema.json
documents:
${configurationEntry(made)}`;
}

/** The entry of a document, as it stands below \`documents\`. */
export function configurationEntry({ document, out, name }: InitPackage): string {
  return `  - document: ${scalar(document)}\n    out: ${scalar(out)}\n    name: ${scalar(name)}\n`;
}

/** A text in YAML: bare where it can be nothing else, else as in JSON, which YAML reads too. */
function scalar(text: string): string {
  return /^[a-z][\w./-]*$/i.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
