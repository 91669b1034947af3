/** The order of an organised import: numbers by their value, then by letter, and a capital before the same letter in lower case. */
export function compareNames(one: string, other: string): number {
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    const code = one.charCodeAt(left);
    if (isDigit(code) && isDigit(other.charCodeAt(right))) {
      const [leftEnd, rightEnd] = [digitsEnd(one, left), digitsEnd(other, right)];
      const order = compareNumbers(one.slice(left, leftEnd), other.slice(right, rightEnd));
      if (order !== 0) return order;
      left = leftEnd;
      right = rightEnd;
    } else {
      if (code !== other.charCodeAt(right)) return compareCharacters(one[left] ?? "", other[right] ?? "");
      left += 1;
      right += 1;
    }
  }
  return one.length - left - (other.length - right);
}

/** The same for modules, without the end of their name: `link.js` stands before `link-header.js`. */
export function compareModules(one: string, other: string): number {
  return compareNames(withoutEnd(one), withoutEnd(other));
}

function withoutEnd(module: string): string {
  return module.endsWith(".js") ? module.slice(0, -3) : module;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function compareNumbers(one: string, other: string): number {
  const [left, right] = [one.replace(/^0+(?=\d)/, ""), other.replace(/^0+(?=\d)/, "")];
  if (left.length !== right.length) return left.length - right.length;
  if (left !== right) return left < right ? -1 : 1;
  return one.length - other.length;
}

/** Of two that are not the same. */
function compareCharacters(left: string, right: string): number {
  const [lowerLeft, lowerRight] = [left.toLowerCase(), right.toLowerCase()];
  if (lowerLeft !== lowerRight) return lowerLeft < lowerRight ? -1 : 1;
  return left < right ? -1 : 1;
}
