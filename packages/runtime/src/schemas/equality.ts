/**
 * Tells JSON values apart, in whatever order their names stand. Each object is walked once, however many others hold it, and if it holds itself. What is
 * no JSON, such as a `Blob`, is equal to itself alone.
 */
export class Equality {
  private readonly numbers = new Map<unknown, number>();
  private readonly shapes = new Map<string, number>();

  /** A number that values share where they are equal. */
  numberOf(value: unknown): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const own = this.numbers.size;
    // While it is walked, it is like no other.
    this.numbers.set(value, own);
    const shape = this.shapeOf(value);
    if (shape === undefined) return own;
    const shared = this.shapes.get(shape) ?? own;
    this.shapes.set(shape, shared);
    this.numbers.set(value, shared);
    return shared;
  }

  /** What two lists or objects have in common where they are equal; undefined for other values. */
  private shapeOf(value: unknown): string | undefined {
    if (Array.isArray(value)) return `[${value.map((item) => this.numberOf(item)).join()}]`;
    if (typeof value !== "object" || value === null || !isOfJson(value)) return undefined;
    const members = Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : [`${this.numberOf(name)}:${this.numberOf(member)}`],
    );
    return `{${members.sort().join()}}`;
  }
}

function isOfJson(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Object]";
}
