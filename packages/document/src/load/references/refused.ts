import type { DiagnosticCode } from "../../diagnostics/registry.js";
import { splitLast, valueAt } from "../pointer.js";
import type { FileRefusal } from "./files.js";
import type { Hints } from "./hint.js";
import type { Resource } from "./identifiers.js";

/** Why a reference leads nowhere: the rest of the sentence that begins with it, and what to do. */
export interface Refused {
  readonly code: DiagnosticCode;
  readonly words: string;
  readonly fix: string;
}

/**
 * A reference as messages name it. They go into the README of a package, where a token that opens another host has no place: user info and query are
 * left out. The reference of a file stays as it is written.
 */
export function nameReference(ref: string): string {
  const address = /^(?:[a-z][a-z0-9+.-]+:)?\/\/[^#]*/i.exec(ref)?.[0];
  if (address === undefined) return ref;
  const open = address.replace(/^([^/]*\/\/)[^/?]*@/, "$1").replace(/\?.*$/s, "?…");
  return open + ref.slice(address.length);
}

export function refuseNetwork(host: string): Refused {
  const fix = "Save the file in the folder of this document, and refer to it there.";
  return { code: "reference-network", words: `leads to ${host}, and nothing is read over the network`, fix };
}

export function refuseFile(refusal: FileRefusal): Refused {
  if (refusal === "outside") {
    const fix = "Move or copy the file into the folder of the document, or allow its folder with --allow.";
    return { code: "reference-outside", words: "leads out of the folder of the document", fix };
  }
  if (refusal === "apart") {
    const words = "leads to another file, and the document is in none";
    const fix = "Save the document beside that file and name it there, or allow the folder with --allow.";
    return { code: "reference-outside", words, fix };
  }
  if (refusal === "broken") {
    const words = "leads to a file that cannot be read, which is said there";
    return { code: "reference-unresolved", words, fix: "Mend the file." };
  }
  const fix = "Correct the path, which starts at the folder of the file that the reference is in, or add the file.";
  return { code: "reference-unresolved", words: "leads to no file", fix };
}

export function refuseAnchor(name: string): Refused {
  const fix = `Give a schema $anchor: ${name}, or write the keys that lead to it, such as #/components/schemas/User.`;
  return { code: "reference-unresolved", words: "names an anchor that nothing has", fix };
}

/** @param pointer - from the start of the resource; undefined where the fragment is wrongly encoded */
export function refusePointer(
  { source, pointer: start }: Resource,
  pointer: string | undefined,
  hints: Hints,
): Refused {
  const last = pointer === undefined ? undefined : splitLast(pointer);
  const meant = last && hints.keyNear(last.key, valueAt(source.json, start + last.parent));
  const fix =
    meant === undefined
      ? "Correct it, or add what it refers to."
      : `Write "${meant}" if that was meant, or add "${last?.key}".`;
  return { code: "reference-unresolved", words: "leads to nothing", fix };
}
