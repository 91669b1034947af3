// East Asian wide and emoji (Unicode Standard Annex 11); what the table leaves out takes one column.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The first character that may take two columns, and all that UTF-16 has as two units. */
const maybeWide = /[\u1100-\uffff]/;

/** How many columns a text takes in a fixed-width font. */
export function columns(value: string): number {
  if (!maybeWide.test(value)) return value.length;
  let count = 0;
  for (const character of value) count += wide.test(character) ? 2 : 1;
  return count;
}
