import { editorEdits } from "./editor-edits.js";
import { headEdits } from "./head-edits.js";
import { edit, type PageEdit } from "./page-edit.js";
import { rowEdits } from "./row-edits.js";
import { sampleEdits } from "./sample-edits.js";
import { tableEdits } from "./table-edits.js";

/** The row of a parameter or a property: what stands before its name, the name, and the rest. What Go calls `ctx` is no parameter of the API. */
const row = /^(\| ?|)(\*\*)((?!ctx\b)[A-Za-z]\w+)(\*\* \| .*)$/m;
/** The row of an operation in the list at the top of a page. */
const listed = /^(\| ?|)\[(\*\*)(\w+)((?:\(\))?\*\*\].*)$/m;
/** The first row below a heading "Parameters". */
const parameter = /(\n#+ Parameters\n(?:(?!\n#)[\s\S])*?\n(?:\| ?)?-+ ?\|.*\n)(.+\n)/;

/** Edits that a page of any folder may meet: none takes a name of an API for granted. */
export const anyPageEdits: readonly PageEdit[] = [
  edit("carriage returns", "nothing", /\n/g, "\r\n"),
  edit("a byte order mark", "nothing", /^/, "\uFEFF"),
  edit("spaces at the ends of rows", "nothing", /(\| .*)$/gm, "$1  "),
  edit("an empty line in a table", "nothing", /^(\|?(?: ?\*\*|\[\*\*).*)\n(?=\|?(?: ?\*\*|\[\*\*))/m, "$1\n\n"),
  edit("a comment", "nothing", /^(#+ .*)$/m, "$1\n\n<!-- checked -->"),
  edit("no-break spaces in a row", "nothing", row, "$1$2$3$4\u00A0"),
  edit("a zero-width space after a name", "nothing", row, "$1$2$3\u200B$4"),
  edit("a zero-width space within a name", "nothing", /(\*\*[A-Za-z])(\w+\*\* \|)/, "$1\u200B$2"),
  edit("other marks of bold", "nothing", /^(\| ?|)\*\*([A-Za-z]\w+)\*\*( \| .*)$/m, "$1__$2__$3"),
  edit("a zero-width space in a status", "nothing", /(\*\*20)(\d\*\*)/, "$1\u200B$2"),
  edit("a letter of another alphabet in a name", "damage", /(\*\*\w*)[ao](\w*\*\* \|)/, "$1\u043E$2"),

  edit("a method that is none", "damage", /\*\*(GET|Get)\*\* \//, "**GTE** /"),
  edit("a method with a letter too many", "damage", /\*\*(GET|Get)\*\* \//, "**GETT** /"),
  edit("no method", "damage", /\*\*(GET|Get)\*\* \//, "/"),
  edit("a path without its last brace", "damage", /(\*\* \/[^ |]*\{\w+)\}/, "$1"),
  edit("a path without its first brace", "damage", /(\*\* \/[^ |{]*)\{(\w+\})/, "$1$2"),
  edit("a path with two braces", "damage", /(\*\* \/[^ |{]*)\{(\w+\})/, "$1{{$2"),
  edit("a path with nothing in its braces", "damage", /(\*\* \/[^ |{]*)\{\w+\}/, "$1{}"),
  edit("a path without a slash", "damage", /\*\* \/(\w[^ |]*) \|/, "** $1 |"),
  edit("a path with a space", "damage", /(\*\* \/\w[^ |]*) \|/, "$1 all |"),
  edit("a name in the list alone", "damage", listed, "$1[$2$3s$4"),
  edit("no row for an operation", "damage", /^\|? ?\[\*\*\w+(?:\(\))?\*\*\]\(.*\n/m, ""),
  edit("a row of an operation twice", "damage", /^(\|? ?\[\*\*\w+(?:\(\))?\*\*\]\(.*\n)/m, "$1$1"),
  edit("a deprecated operation, struck out", { changes: /\/deprecated$/ }, listed, "$1[$2~~$3~~$4"),
  edit("a second server without marks", "damage", /(relative to \S+)$/m, "$1 and https://shelf.example.org/v1"),
  edit("no server", "damage", /^All URIs.*$/m, ""),

  edit("a lost row of a parameter", "damage", parameter, "$1"),
  edit("a row of a parameter twice", "damage", parameter, "$1$2$2"),
  edit("a row twice", "damage", row, "$&\n$&"),
  edit("a deprecated name, in brackets", { changes: /\/deprecated$/ }, row, "$1$2$3 [deprecated]$4"),
  edit(
    "a deprecated name, struck out with its marks",
    { changes: /\/deprecated$/ },
    /^(\| ?|)(\*\*(?!ctx\b)[A-Za-z]\w+\*\*)( \| )/m,
    "$1~~$2~~$3",
  ),
  edit("a name with a remark", "damage", /^((?:\| ?|)\*\*[A-Za-z]\w+)(\*\* \| )/m, "$1 (new)$2"),
  edit("a default in words", "damage", /(default(?:s)?(?: value of| to) `?)\d+/, "$1twenty"),
  edit("a misspelt note", "damage", /(\| ?)[[(]optional[\])]/i, "$1[optionall]"),
  edit("a cell less", "damage", /^((?:\| ?|)\*\*[A-Za-z]\w+\*\*) \| [^|]*\|.*$/m, "$1 |"),
  edit("a misspelt head", "damage", /\bType( *\| Description)/, "Typ$1"),
  edit("a head without a column", "damage", /Name \| Type \|/, "Name |"),
  edit("a table without its rule", "damage", /^(\|? ?Name \| Type.*)\n.*$/m, "$1"),
  edit("another return type", "damage", /(### Return type\n\n\[?\*\*)[^*]+(\*\*\]?)(?:\([^)]*\))?/, "$1Autor$2"),

  edit("a misspelt header", "damage", "**Accept**", "**Acept**"),
  edit("a media type without its second half", "damage", /(\*\*Accept\*\*: )\w+\/\S+/, "$1application"),
  edit("a status in words", "damage", /\*\*20\d\*\* \|/, "**OK** |"),
  edit("a status with a digit too many", "damage", /\*\*(20\d)\*\* \|/, "**$10** |"),
  edit("a status twice", "damage", /^(\|? ?\*\*20\d\*\* \|.*\n)/m, "$1$1"),
  edit("a misspelt part", "damage", "### Parameters", "### Parametres"),
  edit("a misspelt part about the answer", "damage", "### Return type", "### Returns type"),
  edit("a page that ends in the middle", "damage", /^### Parameters\n[\s\S]*$/m, ""),
  edit("part of a table in HTML", "damage", /^(#+ Parameters\n)/m, "$1\n<td>size</td>\n"),
  ...tableEdits,
  ...sampleEdits,
  ...editorEdits,
  ...rowEdits,
  ...headEdits,
];
