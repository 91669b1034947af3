import { type Path, partKey } from "@facsimile/samples";
import { alias, type Claim, type Conditions } from "./claim.js";

/** A type that a claim gives a name. */
export interface NamedType {
  readonly name: string;
  readonly claim: Claim;
}

/** Says of the type of a part what it means that the package has none, and calls it by a name that no other has. */
export interface NamesParts {
  newName(): string;
  sentenceOf(path: Path): string;
}

/** The types of those parts of a type that are tried by themselves: each is found in that of the part around it, and named when it is first asked for. */
export class Frames {
  readonly #named = new Map<string, NamedType>();
  readonly #names: NamesParts;
  readonly #unless: Claim | undefined;

  constructor(whole: NamedType, names: NamesParts, unless: Claim | undefined) {
    this.#named.set(partKey([]), whole);
    this.#names = names;
    this.#unless = unless;
  }

  get claims(): readonly Claim[] {
    return [...this.#named.values()].map(({ claim }) => claim);
  }

  at(path: Path): NamedType {
    const known = this.#named.get(partKey(path));
    if (known !== undefined) return known;
    const around = this.at(path.slice(0, -1));
    const named = this.#name(path, around);
    this.#named.set(partKey(path), named);
    return named;
  }

  #name(path: Path, around: NamedType): NamedType {
    const step = path.at(-1);
    const type = `Property<${around.name}, ${typeof step === "number" ? "number" : JSON.stringify(step)}>`;
    const name = this.#names.newName();
    const conditions: Conditions = { given: [around.claim], unless: this.#unless };
    const sentence = this.#names.sentenceOf(path);
    const finding = (): { key: string; message: string } => ({ key: missingKey(path), message: `${sentence}.` });
    return { name, claim: { ...alias(name, type, sentence, conditions), finding } };
  }
}

/** However it is found out that the package has nothing in the place of a part, it is one finding. */
export function missingKey(path: Path): string {
  return `${partKey(path)} is missing`;
}
