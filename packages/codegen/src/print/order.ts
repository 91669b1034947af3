/** The order of an organised import: numbers by their value, then by letter, and a capital before the same letter in lower case. */
export function compareNames(one: string, other: string): number {
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    const [leftEnd, rightEnd] = [digitsEnd(one, left), digitsEnd(other, right)];
    const order =
      leftEnd > left && rightEnd > right
        ? compareNumbers(one.slice(left, leftEnd), other.slice(right, rightEnd))
        : compareCharacters(one[left] ?? "", other[right] ?? "");
    if (order !== 0) return order;
    left = Math.max(leftEnd, left + 1);
    right = Math.max(rightEnd, right + 1);
  }
  return one.length - left - (other.length - right);
}

/** The same for modules, without the end of their name: `link.js` stands before `link-header.js`. */
export function compareModules(one: string, other: string): number {
  return compareNames(one.replace(/\.js$/, ""), other.replace(/\.js$/, ""));
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

function compareCharacters(left: string, right: string): number {
  if (left === right) return 0;
  const [lowerLeft, lowerRight] = [left.toLowerCase(), right.toLowerCase()];
  if (lowerLeft !== lowerRight) return lowerLeft < lowerRight ? -1 : 1;
  return left < right ? -1 : 1;
}
