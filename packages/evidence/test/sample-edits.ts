import { edit, type PageEdit } from "./page-edit.js";

const headers = "### HTTP request headers";
const untrue = '[[["noSuch"]]]';

/** Samples in JSON, in every way in which a page can have one. */
export const sampleEdits: readonly PageEdit[] = [
  edit("a JSON sample of nothing", "nothing", headers, `\`\`\`json\n{ "noSuch": 1 }\n\`\`\`\n\n$&`),
  edit("a JSON sample that is cut", "nothing", headers, `#### Response\n\n\`\`\`json\n{ "noSuch":\n\`\`\`\n\n$&`),
  edit("a text that is no JSON", "nothing", headers, "#### Response\n\n```\nnone at all\n```\n\n$&"),
  response("a JSON sample", `\`\`\`json\n${untrue}\n\`\`\``),
  response("a JSON sample in a bare fence", `\`\`\`\n${untrue}\n\`\`\``),
  response("a JSON sample in a fence of tildes", `~~~\n${untrue}\n~~~`),
  response("a JSON sample in a fence of text", `\`\`\`text\n${untrue}\n\`\`\``),
  response("a JSON sample in a fence with more marks", `\`\`\`{.json title="a"}\n${untrue}\n\`\`\``),
  response("a JSON sample in a fence of its media type", `\`\`\`application/json\n${untrue}\n\`\`\``),
  response("a JSON sample with comments", `\`\`\`jsonc\n[[["noSuch"]]] // one\n\`\`\``),
  response("a JSON sample that is indented", `    [\n      [["noSuch"]]\n    ]`),
  response("a JSON sample that is indented by a tab", `\t${untrue}`),
  response("a JSON sample in <pre>", `<pre>\n[[[&quot;noSuch&quot;]]]\n</pre>`),
  response(
    "a JSON sample in <pre> with marks of colour",
    `<pre><code class="language-json">[[[<b>"noSuch"</b>]]]</code></pre>`,
  ),
  response("a JSON sample in <pre> within a <div>", `<div class="highlight"><pre>${untrue}\n</pre></div>`),
  response("two JSON samples in <pre>", `<div><pre>{ "a": 1 }</pre><pre>${untrue}</pre></div>`),
  response("a JSON sample below a comment", `<!-- checked -->\n\n\`\`\`json\n${untrue}\n\`\`\``),
  edit(
    "a JSON sample below words in bold",
    "untrue sample",
    headers,
    `**Response:**\n\n\`\`\`\n${untrue}\n\`\`\`\n\n$&`,
  ),
  edit("a JSON sample in a list", "untrue sample", headers, `- Response:\n\n  \`\`\`\n  ${untrue}\n  \`\`\`\n\n$&`),
  edit(
    "a JSON sample in a quotation",
    "untrue sample",
    headers,
    `> Response:\n>\n> \`\`\`\n> ${untrue}\n> \`\`\`\n\n$&`,
  ),
  edit(
    "a JSON sample that is folded away",
    "untrue sample",
    headers,
    `<details><summary>Response</summary>\n\n\`\`\`\n${untrue}\n\`\`\`\n\n</details>\n\n$&`,
  ),
];

/** Below a heading which says that it is what the operation answers. */
function response(kind: string, sample: string): PageEdit {
  return edit(kind, "untrue sample", headers, `#### Response\n\n${sample}\n\n$&`);
}
