import type { Document } from "../src/load/document.js";
import { load } from "./documents.js";

/** The beginning of a Swagger 2.0 document. */
export const head = 'swagger: "2.0"\ninfo: { title: Teas, version: 1.0.0 }\nhost: teas.example\nschemes: [https]\n';
/** What it takes and answers. */
export const media = "consumes: [application/json]\nproduces: [application/json]\n";

interface Converted {
  readonly document: Document | undefined;
  /** The value at a JSON pointer of it. */
  at(pointer: string): unknown;
  readonly found: readonly string[];
  readonly messages: readonly string[];
}

/** What a document becomes, and what is found in it. */
export async function convert(text: string, files: Readonly<Record<string, string>> = {}): Promise<Converted> {
  const { document, diagnostics } = await load({ "openapi.yaml": text, ...files });
  const at = (pointer: string): unknown => {
    const keys = pointer.split("/").slice(1);
    return keys.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/")],
      document?.json,
    );
  };
  const found = diagnostics.map(
    ({ file, position, code, pointer }) => `${file}:${position?.line}:${position?.column} ${code} ${pointer ?? ""}`,
  );
  return { document, at, found, messages: diagnostics.map(({ message }) => message) };
}

/** One operation, POST /teas. */
export function operation(members: string, root: string = media): string {
  return `${head}${root}paths:\n  /teas:\n    post:\n      operationId: addTea\n${members}`;
}

/** The responses of {@link operation}. */
export const created = '      responses: { "201": { description: Made. } }\n';

/** The parameters of {@link operation}. */
export function parameters(...list: readonly string[]): string {
  return `      parameters:\n${list.map((parameter) => `        - ${parameter}\n`).join("")}${created}`;
}
