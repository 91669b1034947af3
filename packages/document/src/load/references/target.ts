import { dirname, resolve } from "node:path";

/** The two parts of a URI reference, as they are written. */
export interface Written {
  /** What stands before the `#`: nothing for the file itself. */
  readonly address: string;
  readonly fragment: string;
}

/** What the address of a reference names, before anybody has looked whether it is there. */
export type Addressed =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "network"; readonly host: string }
  /** Wrongly percent-encoded, or no path of a file. */
  | { readonly kind: "unreadable" };

export function splitReference(ref: string): Written {
  const index = ref.indexOf("#");
  return index < 0 ? { address: ref, fragment: "" } : { address: ref.slice(0, index), fragment: ref.slice(index + 1) };
}

/** @param path - the absolute path of the file that the reference stands in */
export function readAddress(address: string, path: string): Addressed {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) return { kind: "network", host: hostOf(address) };
  const relative = decode(address);
  if (relative === undefined || relative.includes("\0")) return { kind: "unreadable" };
  return { kind: "file", path: relative === "" ? path : resolve(dirname(path), relative) };
}

/** The text that a percent-encoded one stands for; undefined where it is wrongly encoded. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
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
