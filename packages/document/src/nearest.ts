/** The candidate that a misspelt or shortened word was most likely meant to be, whatever its capitals; undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const meant = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  const [best] = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, distance: distance(meant, candidate.toLowerCase()) }))
    .filter((one) => one.distance <= most)
    .sort((one, other) => one.distance - other.distance);
  return (
    best?.candidate ?? candidates.find((candidate) => word.length > 1 && candidate.toLowerCase().startsWith(meant))
  );
}

/** How many letters have to be added, left out, replaced or swapped with the next (optimal string alignment). */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = at(rows, i - 1, j - 1) + Number(one[i - 1] !== other[j - 1]);
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? at(rows, i - 2, j - 2) + 1
          : replaced;
      row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return at(rows, one.length, other.length);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
