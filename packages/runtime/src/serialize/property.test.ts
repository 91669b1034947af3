import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../operation.js";
import {
  serializeBody,
  serializeCookies,
  serializeHeaders,
  serializePath,
  serializeQuery,
} from "../testing/serialize.js";
import { urlencoded } from "./urlencoded.js";

const numRuns = 3000;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.log(`serialize: property tests with seed ${seed} (repeat with FC_SEED=${seed})`);

type Text = string;
type Value = Text | readonly Text[] | Readonly<Record<Text, Text>>;

/** Any Unicode text, and texts made of what separates parts of an URL. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."./\\%2eE?#&=+,;: |@[]{}<>\"'!*()~-_\r\n\t\0é😀aA0") }),
);

/** Values that a style keeps apart: an empty list is no value, and one with an empty text only is no list in every style. */
function anyValue(item: fc.Arbitrary<Text>): fc.Arbitrary<Value> {
  const items = fc.array(item, { minLength: 1, maxLength: 4 });
  const object = fc.dictionary(item, item, { minKeys: 1, maxKeys: 4 });
  return fc.oneof(item, items, object);
}

type Kind = "text" | "list" | "object";

function kindOf(value: Value): Kind {
  if (typeof value === "string") return "text";
  return Array.isArray(value) ? "list" : "object";
}

/** Reads members that were written without explode: in turn, and between delimiters. */
function decodeMembers(kind: Kind, members: readonly string[]): Value {
  if (kind === "text") return members.join(",");
  if (kind === "list") return members;
  return Object.fromEntries(members.flatMap((name, at) => (at % 2 === 0 ? [[name, members[at + 1] ?? ""]] : [])));
}

/** Reads members that were written as `name=text`. */
function decodePairs(pairs: readonly string[]): Value {
  return Object.fromEntries(pairs.map((pair) => splitOnce(pair).map(decodeURIComponent)));
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

function decodePath(parameter: Parameter, segment: string, kind: Kind): Value {
  const { style = "simple", explode = false } = parameter;
  const body = style === "simple" ? segment : segment.slice(1);
  const delimiter = explode ? { simple: ",", label: ".", matrix: ";" }[style as "simple"] : ",";
  if (explode && kind === "object") return decodePairs(body.split(delimiter));
  const strip = (text: string): string => (style === "matrix" ? splitOnce(text)[1] : text);
  const items = explode ? body.split(delimiter).map(strip) : strip(body).split(",");
  return decodeMembers(kind, items.map(decodeURIComponent));
}

function decodeForm(parameter: Parameter, pairs: readonly string[], kind: Kind, decode = decodeURIComponent): Value {
  const { style = "form", explode = style === "form" } = parameter;
  if (style === "deepObject") {
    return Object.fromEntries(
      pairs.map(splitOnce).map(([name, text]) => [decode(name).slice(parameter.name.length + 1, -1), decode(text)]),
    );
  }
  if (explode && kind === "object") return decodePairs(pairs);
  const texts = pairs.map((pair) => splitOnce(pair)[1]);
  if (explode || kind === "text") return decodeMembers(kind, texts.map(decode));
  const delimiter = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" }[style as "form"];
  return decodeMembers(kind, (texts[0] ?? "").split(delimiter).map(decode));
}

/** Whether a segment would be dropped or climbed on by an URL parser, or by a server that decodes it again. */
function climbs({ style, explode }: Parameter, value: Value): boolean {
  const dots = /^(\.|%(25)*2e){0,2}$/i;
  if (typeof value === "string") return dots.test(value);
  if (!Array.isArray(value)) return false;
  const items = value.map(encodeURIComponent);
  if (style === "label") return dots.test(`.${items.join(explode ? "." : ",")}`);
  return style === "simple" && dots.test(items.join(","));
}

describe("decoding what was written gives the input", () => {
  it("in a path, whose URL keeps its origin and its segments", () => {
    const style = fc.constantFrom("simple" as const, "label" as const, "matrix" as const);
    const name = text.filter((name) => name !== "").filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(style, fc.boolean(), name, anyValue(text), (style, explode, name, value) => {
        // An exploded label separates its items by dots, and RFC 6570 leaves dots in the items too. An empty item of an
        // exploded matrix has no equals sign. Neither can be told apart by any decoder.
        fc.pre(!(style === "label" && explode && JSON.stringify(value).includes(".")));
        fc.pre(!(style === "matrix" && Object.values(value).includes("")));
        const parameter: Parameter = { name, in: "path", structured: true, explode, style };
        const writeAs = (described: Parameter): string =>
          serializePath(`/v1/a/{${name}}/b`, [described], { [name]: value });
        const write = (): string => writeAs(parameter);
        const plain =
          style === "simple" && typeof value === "string" ? (): string => writeAs({ name, in: "path" }) : write;
        if (climbs(parameter, value)) {
          expect(write).toThrowError(expect.objectContaining({ name: "InvalidRequestError" }));
          expect(plain).toThrowError(expect.objectContaining({ name: "InvalidRequestError" }));
          return;
        }
        expect(plain()).toBe(write());
        const url = new URL(`https://api.example.com:8443${write()}?x#y`);
        expect(url.origin).toBe("https://api.example.com:8443");
        const segments = url.pathname.split("/");
        expect(segments.length).toBe(5);
        expect(decodePath(parameter, segments[3] ?? "", kindOf(value))).toEqual(value);
      }),
      { numRuns, seed },
    );
  });

  it("in a query", () => {
    const style = fc.constantFrom<NonNullable<Parameter["style"]>>(
      "form",
      "spaceDelimited",
      "pipeDelimited",
      "deepObject",
    );
    fc.assert(
      fc.property(style, fc.boolean(), text, anyValue(text), (style, explode, name, value) => {
        const delimiter = { spaceDelimited: " ", pipeDelimited: "|" }[style as "spaceDelimited"];
        const members = Object.entries(value).flat();
        if (delimiter) fc.pre(explode || kindOf(value) === "text" || !members.join("").includes(delimiter));
        if (style === "deepObject") fc.pre(kindOf(value) === "object" && !/[[\]]/.test(Object.keys(value).join("")));
        const parameter: Parameter = { name, in: "query", style, explode };
        fc.pre(name !== "last");
        const query = serializeQuery([parameter, { name: "last", in: "query" }], { [name]: value, last: 1 });
        const url = new URL(`https://api.example.com/v1?${query}`);
        expect([url.origin, url.pathname, url.hash]).toEqual(["https://api.example.com", "/v1", ""]);
        const pairs = url.search.slice(1).split("&");
        expect(pairs.pop()).toBe("last=1");
        if (style !== "deepObject" && !(explode && kindOf(value) === "object")) {
          expect(new Set(pairs.map((pair) => decodeURIComponent(splitOnce(pair)[0])))).toEqual(new Set([name]));
        }
        expect(decodeForm(parameter, pairs, kindOf(value))).toEqual(value);
      }),
      { numRuns, seed },
    );
  });

  it("in a cookie, which stays one cookie a pair", () => {
    fc.assert(
      fc.property(fc.boolean(), text, anyValue(text), (explode, name, value) => {
        const parameter: Parameter = { name, in: "cookie", explode };
        const cookies = serializeCookies([parameter], { [name]: value }) ?? "";
        expect(cookies).toMatch(/^[\x21-\x7e ]*$/);
        expect(decodeForm(parameter, cookies.split("; "), kindOf(value))).toEqual(value);
      }),
      { numRuns, seed },
    );
  });

  it("in a header, or it is refused", () => {
    const item = fc.string({ unit: fc.constantFrom(..." !\"#$%&'()*+-./:;<>?@[]^_`{|}~aZ09éÿ\t") });
    fc.assert(
      fc.property(fc.boolean(), anyValue(item), (explode, value) => {
        const [[name, text] = ["", ""]] = serializeHeaders([{ name: "X-V", in: "header", explode }], { "X-V": value });
        expect(() => new Headers([[name, text]])).not.toThrow();
        if (kindOf(value) === "object" && explode) {
          expect(Object.fromEntries(text.split(",").map(splitOnce))).toEqual(value);
        } else expect(decodeMembers(kindOf(value), kindOf(value) === "text" ? [text] : text.split(","))).toEqual(value);
      }),
      { numRuns, seed },
    );
    fc.assert(
      fc.property(text, (value) => {
        const write = (): unknown => serializeHeaders([{ name: "X-V", in: "header" }], { "X-V": value })[0]?.[1];
        if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) expect(write()).toBe(value);
        else expect(write).toThrowError(expect.objectContaining({ name: "InvalidRequestError" }));
      }),
      { numRuns, seed },
    );
  });

  it("in an urlencoded body", () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text, { minLength: 1 }))), (form) => {
        const { body } = serializeBody("application/x-www-form-urlencoded", { write: urlencoded }, form);
        const read = new URLSearchParams(String(body));
        for (const [name, value] of Object.entries(form)) expect(read.getAll(name)).toEqual([value].flat());
      }),
      { numRuns, seed },
    );
  });

  it("in a JSON body", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.bigInt(), (value, bigint) => {
        const { body } = serializeBody("application/json", {}, { value, bigint });
        expect(String(body)).toMatch(new RegExp(`"bigint":${bigint}\\}$`));
        expect(JSON.parse(String(body)).value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns, seed },
    );
  });
});
