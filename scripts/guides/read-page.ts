/** A piece of a program, as a page shows it. */
export interface Part {
  readonly text: string;
  /** What the page does not show: code in a comment `<!-- test … -->` behind the piece, which uses what the piece declares. */
  readonly trial: string;
  /** The lines that it prints: the block `text` behind it. */
  readonly prints: readonly string[];
}

/** What a page shows that runs as a whole. It begins where a piece begins with an import; those that do not go on with it. */
export interface Program {
  /** `uploads-1` for the first of the page. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/** An OpenAPI document of a page, and the package that the page generates from it. */
export interface PageDocument {
  readonly packageName: string;
  readonly yaml: string;
}

export interface Page {
  readonly programs: readonly Program[];
  readonly documents: readonly PageDocument[];
}

const blocks = /^```(\w+)\n(.*?)^```$|^<!-- test\n(.*?)^-->$/gms;

/** Reads a page of docs/guides. A page without a program, or with nothing that a program prints, is an error: it would show nothing. */
export function readPage(markdown: string, page: string): Page {
  const programs: Part[][] = [];
  const yaml: string[] = [];
  for (const [, language, text = "", trial = ""] of markdown.matchAll(blocks)) {
    const program = programs.at(-1);
    const part = program?.at(-1);
    const change = (changed: Partial<Part>): void => {
      if (program === undefined || part === undefined) throw new Error(`${page}: nothing is before ${text || trial}`);
      program[program.length - 1] = { ...part, ...changed };
    };
    if (language === undefined) change({ trial });
    else if (language === "text") change({ prints: text.trimEnd().split("\n") });
    else if (language === "yaml") yaml.push(text);
    else if (language === "ts" && (program === undefined || /^(\/\/.*\n)*import\b/.test(text)))
      programs.push([{ text, trial: "", prints: [] }]);
    else if (language === "ts") program?.push({ text, trial: "", prints: [] });
  }
  if (!programs.flat().some(({ prints }) => prints.length > 0)) throw new Error(`${page} prints nothing`);
  return {
    programs: programs.map((parts, index) => ({ name: `${page}-${index + 1}`, parts })),
    documents: documentsOf(markdown, yaml, page),
  };
}

/** Each document with the name in the command behind it that generates a package. */
function documentsOf(markdown: string, yaml: readonly string[], page: string): readonly PageDocument[] {
  const names = [...markdown.matchAll(/^npx facsimile generate .* --name (\S+)$/gm)].map(([, name = ""]) => name);
  if (names.length !== yaml.length) throw new Error(`${page} has ${yaml.length} documents, and makes ${names.length}`);
  return yaml.map((text, index) => ({ yaml: text, packageName: names[index] ?? "" }));
}
