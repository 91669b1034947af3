import type { ParameterStyle } from "@facsimile/document";
import { type Pair, readStyledPairs, readStyledText, type Shape, type Text } from "@facsimile/samples/wire";
import { describe, expect, it } from "vitest";
import { styledPairs, styledText } from "./styles.js";

const values: Readonly<Record<Shape, unknown>> = {
  primitive: "a b",
  array: ["blue", "a b/c", "brown"],
  object: { R: "100", G: "a&b" },
};

function plain(text: Text | undefined): unknown {
  return text instanceof Map ? Object.fromEntries(text) : text;
}

const each = (styles: readonly ParameterStyle[]): [ParameterStyle, boolean, Shape][] =>
  styles.flatMap((style) =>
    [true, false].flatMap((explode) =>
      (["primitive", "array", "object"] as const).map((shape): [ParameterStyle, boolean, Shape] => [
        style,
        explode,
        shape,
      ]),
    ),
  );

describe("reading a styled value", () => {
  it.each(each(["simple", "label", "matrix"]))("is writing it, the other way round: %s, explode %s, %s", (...one) => {
    const [style, explode, shape] = one;
    const text = styledText({ name: "color", style, explode, value: values[shape] }, encodeURIComponent);
    const read = readStyledText({ name: "color", style, explode }, shape, text, decodeURIComponent);
    expect(plain(read)).toEqual(values[shape]);
  });

  it.each(
    each(["form", "spaceDelimited", "pipeDelimited"])
      // What has spaces itself cannot be told apart by spaces (OpenAPI 3.1.1, 4.8.12.4).
      .filter(([style, explode, shape]) => style !== "spaceDelimited" || explode || shape === "primitive")
      .concat([["deepObject", true, "object"]]),
  )("is writing it, the other way round: %s, explode %s, %s", (style, explode, shape) => {
    const written = styledPairs({ name: "color", style, explode, value: values[shape] }, encodeURIComponent);
    const pairs = written.map(([name, value]): Pair => [decodeURIComponent(name), value]);
    const read = readStyledPairs({ name: "color", style, explode }, shape, pairs, decodeURIComponent);
    expect(plain(read)).toEqual(values[shape]);
  });

  it.each<[ParameterStyle, Pair, readonly string[]]>([
    ["form", ["color", "blue%2Cblack"], ["blue", "black"]],
    ["pipeDelimited", ["color", "blue%7cblack"], ["blue", "black"]],
    ["spaceDelimited", ["color", "blue+black"], ["blue", "black"]],
    ["form", ["color", ""], []],
  ])("takes an encoded delimiter for a delimiter: %s, %j", (style, pair, list) => {
    expect(readStyledPairs({ name: "color", style, explode: false }, "array", [pair], decodeURIComponent)).toEqual(
      list,
    );
  });

  it.each<[ParameterStyle, boolean, Shape, string]>([
    ["label", false, "primitive", "blue"],
    ["matrix", false, "primitive", "blue"],
    ["matrix", false, "primitive", ";colour=blue"],
    ["matrix", false, "array", ";color=blue;color=black"],
    ["simple", true, "object", "R,100"],
    ["simple", false, "object", "R,100,G"],
  ])("says what is not in the style: %s, explode %s, %s: %s", (style, explode, shape, text) => {
    expect(readStyledText({ name: "color", style, explode }, shape, text, decodeURIComponent)).toBeUndefined();
  });

  it("says that a value is given more than once", () => {
    const twice: Pair[] = [
      ["color", "blue"],
      ["color", "black"],
    ];
    const parameter = { name: "color", style: "form", explode: false } as const;
    expect(readStyledPairs(parameter, "array", twice, decodeURIComponent)).toBeUndefined();
    expect(readStyledPairs(parameter, "primitive", twice, decodeURIComponent)).toBeUndefined();
  });
});
