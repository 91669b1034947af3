import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What an OpenAPI or Swagger document says of itself at its top: the key and the beginning of its version. */
const declaration = /^(?:\s*\{)?\s{0,4}["']?(openapi|swagger)["']?\s*:\s*["']?(\d+\.\d+)/m;

export interface FoundDocument {
  readonly file: string;
  /** `3.1`, `2.0`. */
  readonly version: string;
}

/** The documents in a file or folder, in alphabetical order; parts of documents are none. */
export function findDocuments(place: string): FoundDocument[] {
  if (!statSync(place).isDirectory()) return read(place);
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:json|ya?ml)$/.test(name) && !name.split(path.sep).includes("node_modules"))
    .sort()
    .flatMap((name) => read(path.join(place, name)));
}

function read(file: string): FoundDocument[] {
  if (!statSync(file).isFile()) return [];
  const version = declaration.exec(readFileSync(file, "utf8"))?.[2];
  return version === undefined ? [] : [{ file, version }];
}
