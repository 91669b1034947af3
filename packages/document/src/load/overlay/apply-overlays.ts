import { basename, dirname, resolve } from "node:path";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { RewrittenSource } from "../rewritten/rewritten-source.js";
import { Tree } from "../rewritten/tree.js";
import type { Source } from "../source.js";
import { apply } from "./apply.js";
import { readOverlay } from "./read-overlay.js";
import { isTooLarge, maxSize } from "./size.js";

/** Applies overlays to a document, one after the other. What is wrong with one is reported, and leaves the document as it was before it. */
export function applyOverlays(document: Source, overlays: readonly Source[], report: Report): Source {
  return overlays.reduce((before, overlay) => applyOverlay(before, overlay, report), document);
}

function applyOverlay(before: Source, source: Source, report: Report): Source {
  const { json } = before;
  const overlay = readOverlay(source, report);
  if (overlay === undefined || !isObject(json)) return before;
  if (overlay.extends !== undefined) checkExtends(overlay.extends, before, source, report);
  const tree = new Tree(json);
  for (const action of overlay.actions) {
    apply(action, { tree, before, overlay: source, report });
    if (isTooLarge(tree.json)) {
      const message = `With this action the document would hold more than ${maxSize} values, or be nested too deeply.`;
      report("overlay-limit", source, action.pointer, message, "Copy less, or into fewer places.");
      return before;
    }
  }
  return new RewrittenSource(before, [source], tree.json, tree.origins);
}

/** An overlay may say which document it was written for. Of a URL only the name of the file can be compared. */
function checkExtends(reference: string, document: Source, overlay: Source, report: Report): void {
  if (isSame(reference, document, overlay)) return;
  const message = `The overlay was written for ${JSON.stringify(reference)}, and is applied to ${JSON.stringify(basename(document.file))}.`;
  report("overlay-extends", overlay, "/extends", message, "Name the document that is meant, or take extends away.");
}

function isSame(reference: string, document: Source, overlay: Source): boolean {
  if (URL.canParse(reference)) return basename(new URL(reference).pathname) === basename(document.path);
  return resolve(dirname(overlay.path), reference) === document.path;
}
