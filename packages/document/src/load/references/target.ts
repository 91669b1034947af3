import { dirname, resolve } from "node:path";
import { pointerOfFragment } from "../pointer.js";

/** What the text of a `$ref` points to, before anybody has looked whether it is there. */
export type Target =
  | { readonly kind: "place"; readonly path: string; readonly pointer: string }
  | { readonly kind: "network"; readonly host: string }
  /** A fragment that is no JSON pointer: the name of an anchor, or wrongly encoded. */
  | { readonly kind: "anchor" };

/** @param path - the absolute path of the file that the reference stands in */
export function readTarget(ref: string, path: string): Target {
  const [address = "", fragment = ""] = splitOnce(ref, "#");
  const scheme = /^([a-z][a-z0-9+.-]+):|^\/\/([^/]*)/i.exec(address);
  if (scheme !== null) return { kind: "network", host: hostOf(address) };
  const pointer = pointerOfFragment(fragment);
  const relative = decodePath(address);
  if (pointer === undefined || relative === undefined) return { kind: "anchor" };
  return { kind: "place", pointer, path: relative === "" ? path : resolve(dirname(path), relative) };
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function decodePath(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address, "https://localhost").host || address;
  } catch {
    return address;
  }
}
