/** The first line in which a page on disk is not what it should be, as an error says it; undefined where it is the same. */
export function describeStale(
  file: string,
  name: string,
  onDisk: string | undefined,
  fresh: string,
): string | undefined {
  if (onDisk === fresh) return undefined;
  if (onDisk === undefined) return `${name}: ${file} is missing. Run npm run api.`;
  const old = onDisk.split("\n");
  const lines = fresh.split("\n");
  const at = lines.findIndex((line, index) => line !== old[index]);
  // Where all lines are there, what is on disk goes on.
  const index = at < 0 ? lines.length : at;
  const was = old[index] ?? "(the end)";
  const is = lines[index] ?? "(the end)";
  return `${name}: ${file}:${index + 1} is not what the package declares. Run npm run api.\n  - ${was}\n  + ${is}`;
}
