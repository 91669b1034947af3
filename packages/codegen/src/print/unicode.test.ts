import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isIdContinue, isIdStart } from "./unicode.js";

const points = Array.from({ length: 0x110000 - 0x80 }, (_, index) => index + 0x80);

/** The code points on which we and the compiler do not agree. */
function differing(ours: (point: number) => boolean, theirs: (point: number) => boolean): readonly number[] {
  return points.filter((point) => ours(point) !== theirs(point));
}

const tables = [
  { name: "ID_Start", ours: isIdStart, theirs: (point: number) => ts.isIdentifierStart(point, ts.ScriptTarget.ESNext) },
  {
    name: "ID_Continue",
    ours: isIdContinue,
    theirs: (point: number) => ts.isIdentifierPart(point, ts.ScriptTarget.ESNext),
  },
];

describe.each(tables)("$name", ({ ours, theirs }) => {
  it("holds nothing that the compiler refuses", () => {
    expect(differing(ours, theirs).filter(ours)).toEqual([]);
  });

  it("is the compiler's, up to what Unicode got after 12.1", () => {
    // What came later begins at U+0870, and is nothing of kana, hangul and the common ideographs but the middle dot.
    const later = differing(ours, theirs).filter((point) => point < 0xac00 && point !== 0x30fb);
    expect(later.filter((point) => point < 0x870)).toEqual([]);
    expect(later.filter((point) => point >= 0x3000 && point < 0x31bb)).toEqual([]);
    expect(later.filter((point) => point >= 0x4e00 && point < 0x9ff0)).toEqual([]);
  });
});

describe("a name with a middle dot of Japanese", () => {
  it("is none to the oldest compiler, though to later ones", () => {
    expect(isIdContinue(0x30fb)).toBe(false);
    expect(isIdStart("名".codePointAt(0) ?? 0)).toBe(true);
  });
});
