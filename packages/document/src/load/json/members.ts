/** Objects with more members are compared by way of a set. */
const fewMembers = 12;

const backslash = 0x5c;

/** The keys of the objects that are open while a JSON text is read, and whether one of them is given twice in its object. */
export class OpenMembers {
  private readonly text: string;
  /** Where the keys begin and end, those of the innermost object last. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** A number made of each key: keys that differ in it differ. */
  private readonly marks: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get count(): number {
    return this.marks.length;
  }

  /** @param start - of the key, inside its quotes */
  add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.marks.push(markOf(this.text, start, end) ?? this.markOfEscaped(this.marks.length));
  }

  /** Closes the innermost object, whose first key has an index; answers whether two of its keys are the same. */
  close(first: number): boolean {
    const count = this.marks.length - first;
    if (count === 0) return false;
    const isTwice = count > fewMembers ? this.isTwiceOfMany(first) : this.isTwiceOfFew(first);
    this.starts.length = first;
    this.ends.length = first;
    this.marks.length = first;
    return isTwice;
  }

  private isTwiceOfFew(first: number): boolean {
    const { marks } = this;
    for (let one = first + 1; one < marks.length; one++) {
      for (let other = first; other < one; other++) {
        if (marks[one] === marks[other] && this.keyAt(one) === this.keyAt(other)) return true;
      }
    }
    return false;
  }

  private isTwiceOfMany(first: number): boolean {
    if (new Set(this.marks.slice(first)).size === this.marks.length - first) return false;
    const keys = new Set<string>();
    for (let index = first; index < this.marks.length; index++) keys.add(this.keyAt(index));
    return keys.size < this.marks.length - first;
  }

  private keyAt(index: number): string {
    return readKey(this.text, this.starts[index] ?? 0, this.ends[index] ?? 0);
  }

  private markOfEscaped(index: number): number {
    const key = this.keyAt(index);
    // A key may also hold a backslash itself: any number does, as long as it is the same for the same key.
    return markOf(key, 0, key.length) ?? backslash;
  }
}

/** The key that stands between two offsets in a text that is JSON. */
export function readKey(text: string, start: number, end: number): string {
  const key = text.slice(start, end);
  // What stands between quotes in such a text is a string.
  return key.includes("\\") ? (JSON.parse(`"${key}"`) as string) : key;
}

/** Undefined where there is a backslash in it. */
function markOf(text: string, start: number, end: number): number | undefined {
  let mark = end - start;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === backslash) return undefined;
    mark = (Math.imul(mark, 31) + code) | 0;
  }
  return mark;
}
