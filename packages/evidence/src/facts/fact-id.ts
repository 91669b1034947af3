/** The id of a fact from the names on the way to it. */
export function factId(...names: readonly string[]): string {
  return names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** The names on the way to a fact, from its id. */
export function factNames(id: string): string[] {
  return id.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}
