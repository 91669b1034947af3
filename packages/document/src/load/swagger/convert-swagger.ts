import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import type { Files } from "../references/files.js";
import { RewrittenSource } from "../rewritten/rewritten-source.js";
import type { Source } from "../source.js";
import { Conversion } from "./conversion.js";
import { convertDocument } from "./document.js";
import { openReferred } from "./opened-files.js";

/**
 * Converts a Swagger 2.0 document, and the schemas that it refers to in other files, into OpenAPI 3.0. Each part stands where it is written, so that
 * all that is said of it later names the place in the 2.0 document.
 */
export async function convertSwagger(root: Source, files: Files, report: Report): Promise<Source> {
  reportVersion(root, report);
  const opened = await openReferred(root, files);
  const conversion = new Conversion(root, opened, report);
  const { origins } = conversion;
  const { document, others } = conversion.finish(convertDocument(conversion));
  for (const [source, json] of others) files.replace(new RewrittenSource(source, [], json, origins));
  const converted = new RewrittenSource(
    root,
    [...opened.values()].filter((source) => source !== root),
    document,
    origins,
  );
  files.replace(converted);
  return converted;
}

/** Without quotes, YAML reads the version as a number. */
function reportVersion(root: Source, report: Report): void {
  const { json } = root;
  if (!isObject(json) || typeof json.swagger !== "number") return;
  const text = root.textAt(json, "/swagger") ?? String(json.swagger);
  const message = `"swagger" is the number ${text}, but text is expected; it is read as the text "${text}".`;
  report("structure-text", root, "/swagger", message, "Put it in quotes.");
}
