import { relative } from "node:path";
import type { Api, Document } from "@facsimile/document";
import { type Meanings, meaningsOf } from "@facsimile/samples";

/** What checks of a document are made with. */
export class TypeContext {
  readonly document: Document;
  readonly api: Api;
  readonly meanings: Meanings;
  #names = 0;

  constructor(document: Document, api: Api) {
    this.document = document;
    this.api = api;
    this.meanings = meaningsOf(document, api);
  }

  /** A name that no other type of the checks has. */
  newName(): string {
    this.#names += 1;
    return `T${this.#names}`;
  }

  /** `getUser, query: the document has the parameters page and q (specs/x/openapi.yaml:12)`. */
  say(subject: string, meaning: string, pointer: string): string {
    const { file, line } = this.document.locate(pointer);
    return `${subject}: the document ${meaning} (${relative(process.cwd(), file).replaceAll("\\", "/")}:${line})`;
  }
}
