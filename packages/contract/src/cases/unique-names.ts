/** The second of a name gets a number, and so on, so that a report can name each. */
export function withUniqueNames<Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}
