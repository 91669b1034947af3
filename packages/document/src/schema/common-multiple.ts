/** The least number that is a multiple of both, which may be decimal fractions; the larger one where it is too large to be exact. */
export function commonMultiple(left: number, right: number): number {
  const scale = 10 ** Math.max(decimals(left), decimals(right));
  const [a, b] = [Math.round(left * scale), Math.round(right * scale)];
  const multiple = (a / greatestDivisor(a, b)) * b;
  return Number.isSafeInteger(multiple) ? multiple / scale : Math.max(left, right);
}

function decimals(number: number): number {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

function greatestDivisor(left: number, right: number): number {
  let [divisor, rest] = [left, right];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
