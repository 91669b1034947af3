import type { Json } from "../document.js";
import type { Places } from "../places.js";
import { readLayout } from "./layout.js";
import { JsonPlaces } from "./places.js";

/** What a JSON text holds, and where. */
export interface ReadJson {
  readonly json: Json;
  readonly places: Places;
}

/**
 * Reads a text that is JSON, holds an object or an array, and of which there is nothing to say. Of all others the YAML parser says what there
 * is to say, and reads them in the same way where it can: of JSON, `JSON.parse` gives what YAML makes of it.
 */
export function readJson(text: string): ReadJson | undefined {
  // What stands before the bracket may decide how YAML takes the lines after it.
  if (!/^[[{]/.test(text)) return undefined;
  const json = parseJson(text);
  const layout = json === undefined ? undefined : readLayout(text);
  return json === undefined || layout === undefined ? undefined : { json, places: new JsonPlaces(text, layout) };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
