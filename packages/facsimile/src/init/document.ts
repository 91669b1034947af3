import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { loadDocument } from "@facsimile/document";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import { documentUrl, shownUrl } from "../fetch/download.js";
import { shownFromHere } from "../from-here.js";
import { UsageError } from "../usage-error.js";

/** The document that `init` is about. */
export interface InitDocument {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** Whether it has to be written first. */
  readonly isNew: boolean;
}

/**
 * The document that is named; else the only one of the folder that is called `openapi` or `swagger`; else a new one.
 *
 * @throws UsageError for one that is not there, is a URL, or where several are there
 */
export async function initDocument(folder: string, named: string | undefined): Promise<InitDocument> {
  if (named === undefined) return foundDocument(folder);
  if (/^https?:\/\//i.test(named)) {
    const url = documentUrl(named);
    const shown = url === undefined ? "<url>" : shownUrl(url);
    throw new UsageError(
      `a package is made of a copy: "facsimile add ${shown} --to openapi.yaml" makes both, and "facsimile init openapi.yaml" sets up the rest`,
    );
  }
  return namedDocument(folder, named, "; without a document init writes a small one to begin with");
}

/** @throws UsageError for one that is not there. @param hint - what else there is to do then */
export async function namedDocument(folder: string, named: string, hint = ""): Promise<InitDocument> {
  const path = resolve(folder, named);
  const state = await stat(path).catch(() => undefined);
  if (state === undefined) throw new UsageError(`${named} is not there${hint}`);
  if (state.isDirectory()) throw new UsageError(`${named} is a folder; name the document in it`);
  return { path: slashed(relative(folder, path)), isNew: false };
}

async function foundDocument(folder: string): Promise<InitDocument> {
  const names = (await readdir(folder)).filter((name) => /^(?:openapi|swagger)\.(?:ya?ml|json)$/i.test(name)).sort();
  const [name, other] = names;
  if (other !== undefined) throw new UsageError(`name one of the documents: ${names.join(", ")}`);
  return name === undefined ? { path: newDocument, isNew: true } : { path: name, isNew: false };
}

const newDocument = "openapi.yaml";

/** The path of a document that is to be written. */
export function pathIn(folder: string, { path }: InitDocument): string {
  return join(folder, path);
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** @throws Error for what is no OpenAPI document: nothing can be made of it */
export async function checkDocument(folder: string, document: InitDocument): Promise<void> {
  const loaded = await loadDocument(pathIn(folder, document));
  if (loaded.document !== undefined) return;
  const { diagnostics, sources } = shownFromHere(loaded, folder);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(
    `${document.path} is no OpenAPI document. Nothing was written.\n${formatDiagnostics(errors, { sources })}`,
  );
}

/** A document to begin with, of which everything else can be made: a package, a mock server that answers, tests. */
export const firstDocument = `openapi: 3.1.0
info:
  title: Notes
  version: 1.0.0
servers:
  - url: https://notes.example.com
paths:
  /notes/{id}:
    get:
      operationId: getNote
      summary: Read a note
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string }
          example: n1
      responses:
        "200":
          description: The note.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Note" }
              examples:
                groceries: { value: { id: n1, text: Milk and bread } }
        "404":
          description: There is no such note.
components:
  schemas:
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: string, description: What the note is known by. }
        text: { type: string, description: What it says. }
`;
