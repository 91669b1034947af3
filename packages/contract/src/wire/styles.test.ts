import type { ParameterStyle } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { styledPairs, styledText } from "./styles.js";

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** The table of style values in OpenAPI 3.1.1, 4.8.12.6. */
describe("styles, as OpenAPI's table has them", () => {
  const texts: [ParameterStyle, boolean, unknown, string][] = [
    ["matrix", false, "blue", ";color=blue"],
    ["matrix", false, array, ";color=blue,black,brown"],
    ["matrix", false, object, ";color=R,100,G,200,B,150"],
    ["matrix", true, array, ";color=blue;color=black;color=brown"],
    ["matrix", true, object, ";R=100;G=200;B=150"],
    ["label", false, "blue", ".blue"],
    ["label", false, array, ".blue,black,brown"],
    ["label", false, object, ".R,100,G,200,B,150"],
    ["label", true, array, ".blue.black.brown"],
    ["label", true, object, ".R=100.G=200.B=150"],
    ["simple", false, "blue", "blue"],
    ["simple", false, array, "blue,black,brown"],
    ["simple", false, object, "R,100,G,200,B,150"],
    ["simple", true, array, "blue,black,brown"],
    ["simple", true, object, "R=100,G=200,B=150"],
  ];
  it.each(texts)("%s, explode %s: %j is %s", (style, explode, value, text) => {
    expect(styledText({ name: "color", style, explode, value }, (piece) => piece)).toBe(text);
  });

  const queries: [ParameterStyle, boolean, unknown, string][] = [
    ["form", false, "blue", "color=blue"],
    ["form", false, array, "color=blue,black,brown"],
    ["form", false, object, "color=R,100,G,200,B,150"],
    ["form", true, array, "color=blue&color=black&color=brown"],
    ["form", true, object, "R=100&G=200&B=150"],
    ["form", true, [], ""],
    ["form", false, [], ""],
    ["spaceDelimited", false, array, "color=blue%20black%20brown"],
    ["spaceDelimited", false, object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, array, "color=blue|black|brown"],
    ["deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
  ];
  it.each(queries)("%s, explode %s: %j is %s", (style, explode, value, query) => {
    const pairs = styledPairs({ name: "color", style, explode, value }, encodeURIComponent);
    expect(pairs.map((pair) => pair.join("=")).join("&")).toBe(query);
  });
});
