import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, loadDocument } from "@facsimile/document";
import { compareTypes, type TypeFinding } from "../../src/index.js";

/** What a document says beside `openapi` and `info`. */
export type Content = Readonly<Record<string, unknown>>;

/** Loads a document that is written as an object. */
export async function load(content: Content): Promise<Document> {
  const folder = mkdtempSync(join(tmpdir(), "facsimile-types-"));
  try {
    const file = join(folder, "openapi.json");
    writeFileSync(
      file,
      JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, ...content }, null, 2),
    );
    const { document, diagnostics } = await loadDocument(file);
    if (document === undefined) throw new Error(JSON.stringify(diagnostics));
    return document;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function findingsOf(old: Content, next: Content): Promise<readonly TypeFinding[]> {
  const { findings, diagnostics } = await compareTypes(await load(old), await load(next), { name: "shop" });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return findings;
}

/** `breaking input-removed createPet(): …`, without the marks of code. */
export async function compare(old: Content, next: Content): Promise<readonly string[]> {
  const findings = await findingsOf(old, next);
  return findings.map((finding) => `${finding.class} ${finding.kind}: ${finding.message.replaceAll("`", "")}`);
}

/** `GET /pets`, with one answer of 200, or with what is given. */
export function operation(content: Content = {}, path = "/pets", method = "get"): Content {
  const responses = { "200": { description: "Done." } };
  return { paths: { [path]: { [method]: { operationId: "getPets", responses, ...content } } } };
}

/** `POST /pets`, which takes a schema. */
export function taking(schema: Content, components: Content = {}): Content {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  return {
    ...operation({ operationId: "createPet", requestBody }, "/pets", "post"),
    components: { schemas: components },
  };
}

/** `GET /pets`, which answers a schema. */
export function answering(schema: Content, components: Content = {}): Content {
  const responses = { "200": { description: "Done.", content: { "application/json": { schema } } } };
  return { ...operation({ responses }), components: { schemas: components } };
}

export const text: Content = { type: "string" };
export const whole: Content = { type: "integer" };

export function object(properties: Content, required: readonly string[] = []): Content {
  return { type: "object", properties, ...(required.length === 0 ? {} : { required }) };
}

export function ref(name: string): Content {
  return { $ref: `#/components/schemas/${name}` };
}

export const pet: Content = object({ name: text, tag: text }, ["name"]);

/** `GET /pets`, which answers a pet. */
export function shop(schema: Content): Content {
  return answering(ref("Pet"), { Pet: schema });
}
