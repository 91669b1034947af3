import { resolve } from "node:path";
import { loadSpec } from "../spec/load-spec.js";
import { parseTexts, printTexts } from "../texts/texts-json.js";
import { type Texts, textsOf } from "../texts/texts-of.js";
import { loadEvidence } from "./load-evidence.js";
import { readOptional } from "./read-optional.js";

/** The texts of a provider's folder that were read, where that is written down. */
export async function loadTexts(folder: string, cwd: string): Promise<Texts | undefined> {
  const file = `${folder}/texts.json`;
  const text = await readOptional(resolve(cwd, file));
  return text === undefined ? undefined : parseTexts(text, file);
}

/** What `texts.json` of a provider's folder is when all its texts have been read as they are now. */
export async function textsOfFolder(folder: string, cwd: string): Promise<string> {
  const file = `${folder}/openapi.yaml`;
  const spec = await loadSpec(resolve(cwd, file), file);
  return printTexts(textsOf(spec.json, await loadEvidence(cwd, `${folder}/evidence.json`)));
}
