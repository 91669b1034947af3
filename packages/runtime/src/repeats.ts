/** How many texts are compared with. What comes again after more of them is found by one mark. */
const most = 10_000;

/**
 * Tells whether a text has come before, and keeps numbers only, at most 10,001 of them. Of texts that come again and again in turn, the first
 * that comes again is told where there are at most 10,000 different ones, and else one of a later turn: the mark moves to where twice as many have
 * come, and a turn ends at it at last (R. P. Brent, An improved Monte Carlo factorization algorithm, section 3).
 */
export function createRecord(): (text: string) => boolean {
  const known = new Set<number>();
  let mark: number | undefined;
  let moves = 1;
  let count = 0;
  return (text) => {
    const digest = digestOf(text);
    if (known.has(digest) || digest === mark) return true;
    if (known.size === most) known.clear();
    known.add(digest);
    if (++count === moves) {
      mark = digest;
      moves *= 2;
    }
    return false;
  };
}

/** 53 bits of two multiplicative hashes: of a million texts, one in ten thousand times two have the same. */
function digestOf(text: string): number {
  let high = text.length;
  let low = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x01000193);
  }
  high = Math.imul(high ^ (high >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return ((high ^ (low >>> 16)) & 0x1fffff) * 2 ** 32 + ((low ^ (high >>> 16)) >>> 0);
}
