/** A text with percent-encoding taken away; as it is, where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parts of an absolute or relative URL. Nothing of it has to be valid. */
export function splitUrl(url: string): {
  readonly host: string | undefined;
  readonly path: string;
  readonly query: string;
} {
  const [beforeHash = ""] = url.split("#", 1);
  const mark = beforeHash.indexOf("?");
  const address = mark === -1 ? beforeHash : beforeHash.slice(0, mark);
  const query = mark === -1 ? "" : beforeHash.slice(mark + 1);
  const scheme = address.indexOf("://");
  if (scheme === -1) return { host: undefined, path: address, query };
  const slash = address.indexOf("/", scheme + 3);
  const authority = address.slice(scheme + 3, slash === -1 ? undefined : slash);
  const host = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  return { host, path: slash === -1 ? "" : address.slice(slash), query };
}

/** The segments of a path, without those that are empty at its ends. */
export function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, "").replace(/\/$/, "").split("/");
}

/** The pairs of a query or an urlencoded form, decoded. */
export function pairsOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const mark = part.indexOf("=");
      const plain = (piece: string): string => decoded(piece.replaceAll("+", " "));
      return mark === -1 ? [plain(part), ""] : [plain(part.slice(0, mark)), plain(part.slice(mark + 1))];
    });
}
