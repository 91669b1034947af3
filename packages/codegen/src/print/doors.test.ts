import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  type Code,
  code,
  comment,
  entry,
  identifier,
  isIdentifier,
  lineComment,
  literal,
  memberName,
  objectLiteral,
  openObjectLiteral,
  printFragment,
} from "./index.js";

/** Text that is likely to do harm: ends of comments and literals, tags, directives, line ends, what cannot be seen, halves of characters. */
const hostile = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ..."*/ /* // */*/ *\u200b/ &#42;/ &#64;deprecated &#10; ``` ~~~ ` ' \" \\ \\u002a/ {@link @ts-ignore @ts-expect-error @deprecated @type @jsx @jsxImportSource //#sourceMappingURL=a".split(
            " ",
          ),
          ...[
            "\n",
            "\r",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\v",
            "\f",
            "\0",
            "\u202e",
            "\ufeff",
            "\ud800",
            " ",
            "*",
            "/",
            "@",
            "a",
            "- ",
            "|",
          ],
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  },
);

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile("a.ts", source, ts.ScriptTarget.ESNext, true);
}

/** What the compiler complains about while it reads; not part of its public types. */
function syntaxErrors(source: string): readonly unknown[] {
  const { parseDiagnostics } = parse(source) as unknown as { readonly parseDiagnostics: readonly unknown[] };
  return parseDiagnostics;
}

interface Told {
  readonly commentDirectives?: unknown;
  readonly pragmas: ReadonlyMap<string, unknown>;
}

function runs(property: (text: string) => void): void {
  fc.assert(fc.property(hostile, property), { numRuns: 1000 });
}

describe("a literal", () => {
  it("is one string literal with the value of the text, on one line", () => {
    runs((text) => {
      const source = printFragment(literal(text));
      const [statement, ...others] = parse(`(${source});`).statements;
      expect(others).toEqual([]);
      const found =
        statement &&
        ts.isExpressionStatement(statement) &&
        ts.isParenthesizedExpression(statement.expression) &&
        statement.expression.expression;
      expect(found && ts.isStringLiteral(found) && found.text).toBe(text);
      expect(source).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    });
  });

  it("has the quotes that need fewer escapes", () => {
    expect([`it's`, `say "a"`, `it's "a"`].map((text) => printFragment(literal(text)))).toEqual([
      `"it's"`,
      `'say "a"'`,
      `'it\\'s "a"'`,
    ]);
  });

  it("has no value that is no JSON", () => {
    expect(() => literal(Number.NaN)).toThrow(RangeError);
    expect([0, -0, 1e21, 1.5, true, null].map((value) => printFragment(literal(value)))).toEqual([
      "0",
      "-0",
      "1e21",
      "1.5",
      "true",
      "null",
    ]);
  });
});

describe("an entry of an object", () => {
  it("is a property of its own with the name, even __proto__", () => {
    runs((text) => {
      for (const wrap of [objectLiteral, openObjectLiteral]) {
        const source = printFragment(wrap([entry(text, literal(1))]));
        const value: unknown = new Function(`return ${source}`)();
        expect(Object.entries(value as object)).toEqual([[text, 1]]);
      }
    });
    const proto: unknown = new Function(
      `return ${printFragment(objectLiteral([entry("__proto__", literal(null))]))}`,
    )();
    expect(Object.keys(proto as object)).toEqual(["__proto__"]);
  });
});

describe("a comment", () => {
  const withComment = (piece: Code | undefined): string =>
    printFragment(code`
    ${piece}
    const a = 1;
  `);

  it("is nothing but a comment, whatever its text", () => {
    runs((text) => {
      for (const piece of [
        comment(text),
        comment("Before.", text, { tag: "param", subject: text, text }, "After."),
        lineComment(text),
      ]) {
        const source = withComment(piece);
        const file = parse(source);
        expect(file.statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.VariableStatement]);
        expect(file.statements[0]?.getText()).toBe("const a = 1;");
        expect(syntaxErrors(source)).toEqual([]);
      }
    });
  });

  it("has no tags but those that were asked for, and no directives to the compiler", () => {
    runs((text) => {
      const source = withComment(comment("Before.", text, "After.", { tag: "deprecated", text }));
      const [statement] = parse(source).statements;
      const tags = statement === undefined ? [] : ts.getJSDocTags(statement);
      expect(tags.map(({ tagName }) => tagName.text)).toEqual(["deprecated"]);
      // Where the compiler keeps what it was told by comments; not part of its public types.
      const { commentDirectives, pragmas } = parse(source) as unknown as Told;
      expect(commentDirectives).toBeUndefined();
      expect(pragmas.size).toBe(0);
      expect(source).not.toMatch(/[#@]\s*sourceMappingURL/);
    });
  });

  it("says what the text says", () => {
    expect(withComment(comment("One.", "Two */ three\n@deprecated"))).toBe(
      ["/**", " * One.", " *", " * Two *\\/ three \\@deprecated", " */", "const a = 1;"].join("\n"),
    );
  });

  it("is left out where there is nothing to say", () => {
    expect([comment(), comment(undefined, ""), comment(" \n ")]).toEqual([undefined, undefined, undefined]);
  });

  it("wraps paragraphs, and leaves lists, tables and code as they are", () => {
    const long = "word ".repeat(30).trim();
    const rows = printFragment(
      code`${comment(`${long}\n\n- ${long}\n\n| ${long} |\n\n\`\`\`\n${long}\n\`\`\``)}`,
    ).split("\n");
    expect(rows.map((row) => row.length > 114)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(rows[5]).toMatch(/^ \* {3}word/);
  });
});

describe("an identifier", () => {
  it("can be declared, or is refused", () => {
    runs((text) => {
      for (const name of [text, `a${text}`].filter(isIdentifier)) {
        const source = printFragment(code`const ${identifier(name)} = 1;`);
        const [statement, ...others] = parse(source).statements;
        expect(others).toEqual([]);
        const declared =
          statement && ts.isVariableStatement(statement)
            ? statement.declarationList.declarations[0]?.name.getText()
            : undefined;
        expect(declared).toBe(name);
        expect(syntaxErrors(`"use strict"; ${source}`)).toEqual([]);
      }
    });
  });

  it("refuses what was not made a name", () => {
    for (const name of ["", "1a", "a-b", "a b", "delete", "a;b"]) expect(() => identifier(name)).toThrow(TypeError);
  });

  it("may be a reserved word after a dot, and nothing else that is no name", () => {
    expect(printFragment(code`client.${memberName("delete")}()`)).toBe("client.delete()");
    for (const name of ["", "1a", "a-b", "a b", "a;b"]) expect(() => memberName(name)).toThrow(TypeError);
  });
});
