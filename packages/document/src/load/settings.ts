import type { Document } from "./document.js";
import { isObject } from "./object.js";

/** What the caller says in place of the document. */
export interface DocumentSettings {
  /** `info.x-client-name`: the name of the client, a word of letters and digits that begins with a capital. Default: the document's. */
  readonly clientName?: string;
  /** The URL of the server that requests go to, in place of the document's servers. Default: those. */
  readonly server?: string;
}

/** A document as the settings have it. What they bring is written nowhere: it stands where what it replaces does. */
export function withSettings(document: Document, { clientName, server }: DocumentSettings): Document {
  const { info } = document.json;
  const named = clientName !== undefined && isObject(info) && { info: { ...info, "x-client-name": clientName } };
  const placed = server !== undefined && { servers: [{ url: server }] };
  return { ...document, json: { ...document.json, ...named, ...placed } };
}
