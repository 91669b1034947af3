/**
 * Whether a text fits a pattern in which `*` stands for any characters, and everything else for itself: braces too, which paths are full of. Takes time
 * that grows with the length of the text times that of the pattern, whatever they hold.
 *
 * @param separator - what a single `*` does not go across; `**` does. Default: nothing.
 */
export function fitsGlob(text: string, pattern: string, separator?: string): boolean {
  const parts = pattern.match(/\*\*|./gsu) ?? [];
  const characters = [...text];
  // Which beginnings of the text the parts so far fit; the one of n characters is at n.
  let fits = [true, ...characters.map(() => false)];
  for (const part of parts) fits = part.startsWith("*") ? afterStar(fits, part) : afterCharacter(fits, part);
  return fits.at(-1) ?? false;

  function afterCharacter(before: readonly boolean[], part: string): boolean[] {
    return [false, ...characters.map((character, at) => character === part && before[at] === true)];
  }

  function afterStar(before: readonly boolean[], part: string): boolean[] {
    let open = false;
    return before.map((fit, at) => {
      open = fit || (open && (part === "**" || characters[at - 1] !== separator));
      return open;
    });
  }
}
