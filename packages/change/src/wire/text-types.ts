import { essence, isJson } from "@facsimile/document";
import { isBytes } from "./bytes.js";
import { isXml } from "./xml.js";

/** Whether nothing in a media type tells a number from a text: each simple value is a text, or bytes, of which no schema says that they are a number. */
export function isOfTexts(type: string): boolean {
  const name = essence(type);
  return isXml(name) || isBytes(name) || (name.startsWith("text/") && !isJson(name) && !isYaml(name));
}

/** YAML has the types of JSON. */
function isYaml(name: string): boolean {
  return /[/+.-]yaml$/.test(name);
}
