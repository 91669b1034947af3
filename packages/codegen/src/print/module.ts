import { paragraphs } from "./code.js";
import { Imports } from "./imports.js";
import type { Code } from "./piece.js";
import { render } from "./render.js";

/** The columns of a line: what the formatter of the generated packages is set to. */
const width = 120;

/** The source of a module, before its imports are known. */
export interface Module {
  /** How other modules of the package import it: what is imported from there is its own. */
  readonly specifier: string;
  /** The first line, a comment. */
  readonly header: Code;
  /** What the module declares at its top level, and what each is called there; an import of such a name gets another one. */
  readonly declares: ReadonlyMap<string, string>;
  /** What else no import can be called, beside reserved words: what the body means by these names is something else. */
  readonly reserved: ReadonlySet<string>;
  readonly body: Code;
}

/** The text of a module: its header, an import of every name that it mentions, and its body. */
export function printModule({ specifier, header, declares, reserved, body }: Module): string {
  const imports = new Imports(body);
  imports.nameLocally(specifier, declares, [...declares.values(), ...reserved]);
  const source = paragraphs(header, imports.statements(specifier), body);
  return `${render(source, width, imports.keepNames ? undefined : (name) => imports.localOf(name))}\n`;
}

/** The text of a piece that imports nothing, such as an example. */
export function printFragment(piece: Code): string {
  return render(piece, 100);
}
