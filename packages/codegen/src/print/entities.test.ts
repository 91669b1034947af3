import { expect, it } from "vitest";
import { decodeEntities } from "./entities.js";
import { code, comment, printFragment } from "./index.js";

it.each([
  ["&lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27; &apos;e&apos; &mdash; f", `<b> & "c" 'd' 'e' — f`],
  ["&amp;lt; is decoded once", "&lt; is decoded once"],
  ["`&lt;` and ``a ` &lt;`` are code, ` &lt; is none", "`&lt;` and ``a ` &lt;`` are code, ` < is none"],
  ["```\n&lt;\n```\n&lt;", "```\n&lt;\n```\n<"],
  [
    "AT&T; &constructor; &toString; &nosuch; &#0; &#xd800; &#9999999;",
    "AT&T; &constructor; &toString; &nosuch; \ufffd \ufffd \ufffd",
  ],
])("reads %j", (text, expected) => {
  expect(decodeEntities(text)).toBe(expected);
});

it("is done in comments, before what a comment cannot hold is taken out of them", () => {
  const docs = comment("Lists &lt;b&gt;all&lt;/b&gt;. &#42;/ alert() /&#42;\n&#64;deprecated", {
    tag: "param",
    subject: "a",
    text: "&lt;x&gt;",
  });
  expect(printFragment(code`${docs}`)).toBe(
    "/**\n * Lists <b>all</b>. *\\/ alert() /* \\@deprecated\n *\n * @param a <x>\n */",
  );
});
