import { dirname, resolve } from "node:path";
import type { AcceptedDiagnostic } from "@facsimile/codegen";
import { child, isObject, type Json, type JsonObject, type ReadSource, readSource } from "@facsimile/document";
import {
  createDiagnostic,
  type Diagnostic,
  type DiagnosticCode,
  diagnosticKinds,
  isDiagnosticCode,
  nearest,
} from "@facsimile/document/diagnostics";
import { headerFault, nameGivenTwice } from "../default-headers.js";
import { isClientName } from "../document-options.js";
import { documentUrl } from "../fetch/download.js";
import { isGiven, standardInput } from "../given/open-given.js";
import type { Config, DocumentEntry } from "./config.js";
import { acceptedFields, documentFields, type Field, type FieldKind, requiredFields } from "./fields.js";

/** @property config - undefined where something is wrong with it */
export interface ReadConfig {
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads a configuration. Nothing in it is overlooked: what is not known, or of the wrong kind, is an error. */
export async function readConfig(file: string): Promise<ReadConfig> {
  const source = await readSource(file);
  const { json, sources } = source;
  if (json === undefined) return { config: undefined, diagnostics: source.diagnostics, sources };
  const reader = new ConfigReader(source);
  const config = reader.read(json, file);
  const diagnostics = [...source.diagnostics, ...reader.found];
  return { config: diagnostics.length > 0 ? undefined : config, diagnostics, sources };
}

const words: Readonly<Record<FieldKind, string>> = {
  text: "a text",
  texts: "a list of texts",
  flag: "true or false",
  accepted: "a list of objects with code and reason",
  headers: "an object of texts, by the names of headers",
};

class ConfigReader {
  readonly found: Diagnostic[] = [];
  readonly #source: ReadSource;

  constructor(source: ReadSource) {
    this.#source = source;
  }

  read(json: Json, file: string): Config | undefined {
    if (!isObject(json)) return this.#refuse("", "A configuration is an object.", "Write documents: and a list below.");
    this.#checkNames(json, "", ["$schema", "strict", "documents"], []);
    const { strict = false, documents } = json;
    if (typeof strict !== "boolean") this.#refuse("/strict", "strict is true or false.", "Write it without quotes.");
    if (!Array.isArray(documents) || documents.length === 0)
      return this.#refuse("/documents", "There are no documents.", "Write a list of objects, each with document.");
    const folder = dirname(resolve(file));
    const entries = documents.flatMap((entry: Json, index) => this.#entry(entry, child("/documents", index), folder));
    this.#checkFolders(entries);
    return { file, strict: strict === true, documents: entries };
  }

  #entry(json: Json, pointer: string, folder: string): readonly DocumentEntry[] {
    if (!this.#isObjectOf(json, pointer, documentFields, requiredFields.document)) return [];
    const path = (name: string): string | undefined => {
      const text = textOf(json, name);
      return text === undefined ? undefined : resolve(folder, text);
    };
    const optional = {
      out: path("out"),
      reference: path("reference"),
      name: textOf(json, "name"),
      server: textOf(json, "server"),
      integrity: textOf(json, "integrity"),
    };
    const clientName = textOf(json, "clientName");
    if (clientName !== undefined && !isClientName(clientName))
      this.#refuse(
        child(pointer, "clientName"),
        `"${clientName}" is no name for a client.`,
        "Write one such as Users.",
      );
    const from = textOf(json, "from");
    const url = from === undefined ? undefined : documentUrl(from);
    if (from !== undefined && url === undefined)
      this.#refuse(child(pointer, "from"), "It is no URL of a document.", "Write one of https, without a user.");
    return [
      {
        ...(url !== undefined && { from: url }),
        document: this.#published(json, pointer) ?? path("document") ?? "",
        ...defined({ ...optional, clientName }),
        ...this.#headers(json.defaultHeaders, child(pointer, "defaultHeaders")),
        overlays: textsOf(json, "overlays").map((overlay) => resolve(folder, overlay)),
        only: textsOf(json, "only"),
        without: textsOf(json, "without"),
        allow: textsOf(json, "allow").map((allowed) => resolve(folder, allowed)),
        raw: json.raw === true,
        schemas: json.schemas === true,
        carry: json.carry === true,
        accepted: this.#accepted(json.accept, child(pointer, "accept")),
      },
    ];
  }

  /** The URL of a document that is read from there at every run: what it gives has to be told, so that runs repeat. Undefined for a file. */
  #published(json: JsonObject, pointer: string): string | undefined {
    const document = textOf(json, "document") ?? "";
    if (document === standardInput)
      this.#refuse(child(pointer, "document"), "Standard input is no document of a repository.", "Name a file.");
    if (!isGiven(document) || document === standardInput) return undefined;
    const url = documentUrl(document);
    if (url === undefined)
      this.#refuse(
        child(pointer, "document"),
        `"${document}" is read by nobody.`,
        "Write a URL of https, without a user.",
      );
    else if (json.from !== undefined)
      this.#refuse(child(pointer, "from"), "A document at a URL is no copy.", "Name a file as the document.");
    else if (json.integrity === undefined)
      this.#refuse(
        child(pointer, "document"),
        "What comes from a URL may be another thing tomorrow.",
        "Write integrity beside it, or the URL as from, and a file as the document.",
      );
    return url?.href;
  }

  #headers(json: Json | undefined, pointer: string): Pick<DocumentEntry, "defaultHeaders"> {
    if (json === undefined || !isObject(json)) return {};
    const texts = Object.entries(json).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    for (const [name, value] of texts) {
      const fault = headerFault(name, value);
      if (fault !== undefined) this.#refuse(child(pointer, name), fault.message, fault.fix);
    }
    const twice = nameGivenTwice(texts.map(([name]) => name));
    if (twice !== undefined) this.#refuse(child(pointer, twice), `${twice} is there twice.`, "Take one of them away.");
    return { defaultHeaders: Object.fromEntries(texts) };
  }

  #accepted(json: Json | undefined, pointer: string): readonly AcceptedDiagnostic[] {
    return (Array.isArray(json) ? json : []).flatMap((one: Json, index) => {
      const place = child(pointer, index);
      if (!this.#isObjectOf(one, place, acceptedFields, requiredFields.accepted)) return [];
      const code = textOf(one, "code") ?? "";
      const accepted = acceptable(code);
      if (accepted === undefined) {
        const meant = nearest(code, Object.keys(diagnosticKinds));
        const fix = meant === undefined || meant === code ? "Name an omission or a warning." : `Write ${meant}.`;
        return this.#refuse(child(place, "code"), `"${code}" is no omission and no warning.`, fix) ?? [];
      }
      return [{ code: accepted, ...defined({ pointer: textOf(one, "pointer") }) }];
    });
  }

  /** Two packages in one folder would take turns. */
  #checkFolders(entries: readonly DocumentEntry[]): void {
    const seen = new Set<string>();
    for (const [index, { out, reference }] of entries.entries()) {
      if (out !== undefined && seen.has(out))
        this.#refuse(`/documents/${index}/out`, "Another package has this folder.", "Give each package its own.");
      if (out !== undefined) seen.add(out);
      if (reference !== undefined && seen.has(reference))
        this.#refuse(
          `/documents/${index}/reference`,
          "Something else has this folder.",
          "Give each reference its own.",
        );
      if (reference !== undefined) seen.add(reference);
    }
  }

  #isObjectOf(
    json: Json,
    pointer: string,
    fields: Readonly<Record<string, Field>>,
    required: readonly string[],
  ): json is JsonObject {
    if (!isObject(json)) {
      this.#refuse(pointer, "This is no object.", `Write ${required.join(" and ")}, each with a colon.`);
      return false;
    }
    const before = this.found.length;
    this.#checkNames(json, pointer, Object.keys(fields), required);
    for (const [name, { kind }] of Object.entries(fields)) {
      const value = json[name];
      if (value !== undefined && !isOfKind(value, kind))
        this.#refuse(child(pointer, name), `${name} is ${words[kind]}.`, `Write ${words[kind]}, or take it away.`);
    }
    return this.found.length === before;
  }

  #checkNames(json: JsonObject, pointer: string, known: readonly string[], required: readonly string[]): void {
    for (const name of required)
      if (json[name] === undefined) this.#refuse(pointer, `${name} is missing.`, `Write ${name}.`);
    for (const name of Object.keys(json).filter((key) => !known.includes(key))) {
      const meant = nearest(name, known);
      const fix = meant === undefined ? `Take it away; there are ${known.join(", ")}.` : `Write ${meant}.`;
      this.#refuse(child(pointer, name), `There is no ${JSON.stringify(name)} here.`, fix);
    }
  }

  #refuse(pointer: string, message: string, fix: string): undefined {
    const { file, line, column, pointer: place } = this.#source.locate(pointer);
    this.found.push(
      createDiagnostic("config-invalid", { file, position: { line, column }, pointer: place }, message, fix),
    );
  }
}

function isOfKind(value: Json, kind: FieldKind): boolean {
  if (kind === "text") return typeof value === "string" && value !== "";
  if (kind === "flag") return typeof value === "boolean";
  if (kind === "headers") return isObject(value) && Object.values(value).every((each) => typeof each === "string");
  if (!Array.isArray(value)) return false;
  return kind === "accepted" || value.every((item) => typeof item === "string" && item !== "");
}

function acceptable(code: string): DiagnosticCode | undefined {
  return isDiagnosticCode(code) && diagnosticKinds[code][0] !== "error" ? code : undefined;
}

function textOf(json: JsonObject, name: string): string | undefined {
  const value = json[name];
  return typeof value === "string" ? value : undefined;
}

function textsOf(json: JsonObject, name: string): readonly string[] {
  const value = json[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The members that have a value. */
function defined<T extends Readonly<Record<string, string | undefined>>>(values: T): { [K in keyof T]?: string } {
  // Those without one are left out, which is what the type says.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
