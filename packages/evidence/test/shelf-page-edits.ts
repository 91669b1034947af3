import { edit, type PageEdit } from "./page-edit.js";

const zeroWidth = "\u200B";

/** A row with a name in bold: what stands before the name, the name, and the rest. Rows of statuses and of operations have none. */
const named = /^(\|? *\*\*)([A-Za-z]\w+)(\*\* \| .*)$/m;
const namedTwice = /^(\|? *\*\*[A-Za-z]\w+\*\* \| .*)$/m;
/** The row of a parameter or a property that is called "page size" or "shelf marks", whatever the language. */
const optional = /^(\|? *\*\*)([pP]age_?[sS]ize|[sS]helf_?[mM]arks)(\*\* \| .*)$/m;
const listed = /^(\|?\[\*\*)(list_?[bB]ooks|ListBooks)((?:\(\))?\*\*\].*)$/m;

/** Edits of the pages of the shelf, by the names that they have. */
export const shelfPageEdits: readonly PageEdit[] = [
  // What an editor does to a text.
  edit("empty lines in all tables", "nothing", /^(\|?(?: ?\*\*|\[\*\*).*)\n(?=\|?(?: ?\*\*|\[\*\*))/gm, "$1\n\n"),
  edit("two empty lines in a table", "nothing", /^(\|?(?: ?\*\*|\[\*\*).*)\n(?=\|?(?: ?\*\*|\[\*\*))/m, "$1\n\n\n"),
  edit("other marks of bold", "nothing", /\*\*(title|Title|[pP]age_?[sS]ize)\*\*/, "__$1__"),
  edit("no-break spaces in a row", "nothing", optional, "$1$2$3\u00A0"),
  edit("a zero-width space in a name", "nothing", named, `$1$2${zeroWidth}$3`),
  edit("a zero-width space within a name", "nothing", /(\*\*[A-Za-z])(\w+\*\*)/, `$1${zeroWidth}$2`),
  edit("a word joiner in a path", "nothing", /(\*\* \/b)(ooks)/, "$1\u2060$2"),
  edit("a soft hyphen in a type", "nothing", /(\| \*\*[a-z]{2})([a-zA-Z\d]+\*\*)/, "$1\u00AD$2"),
  edit("a mark of direction-free joining in a heading", "nothing", /^(#+ .{3})/m, "$1\u200D"),
  edit("a zero-width space in a status", "nothing", /(\*\*20)(\d\*\*)/, `$1${zeroWidth}$2`),
  edit("a zero-width space in a scheme", "nothing", /(\[shelf)(_key\])/, `$1${zeroWidth}$2`),
  edit("curly quotes around values", "nothing", /'(novel|poems)'/g, "\u2018$1\u2019"),
  edit("curly double quotes around values", "nothing", /"(novel|poems|here|lent)"/g, "\u201C$1\u201D"),

  // The list of operations.
  edit("a method in small letters", "nothing", /\*\*(GET|Get)\*\* \//, "**get** /"),
  edit("a path without its last brace", "damage", "{bookId}", "{bookId"),
  edit("a path without its first brace", "damage", "{bookId}", "bookId}"),
  edit("a path with two braces", "damage", "{bookId}", "{{bookId}}"),
  edit("a path with nothing in its braces", "damage", "{bookId}", "{}"),
  edit("a path without a slash", "damage", "** /books |", "** books |"),
  edit("a path with a space", "damage", "** /books |", "** /books all |"),
  edit("a name in the list alone", "damage", listed, "$1$2s$3"),
  edit("a link in the list alone", "damage", /#list_?books/i, "#listbock"),
  edit("a name in the heading alone", "damage", /^(#+ (?:\*\*|`)?)(list_?[bB]ooks|ListBooks)/m, "$1$2s"),
  edit("no row for an operation", "damage", /^\|?\[\*\*(?:list_?[bB]ooks|ListBooks).*\n/m, ""),
  edit("a row twice", "damage", /^(\|?\[\*\*(?:list_?[bB]ooks|ListBooks).*\n)/m, "$1$1"),
  edit(
    "a deprecated operation, in words",
    { changes: /\/deprecated$/ },
    /^(\|?\[\*\*(?:list_?[bB]ooks|ListBooks)[^\]]*\]\([^)]*\))/m,
    "$1 (deprecated)",
  ),
  edit("a deprecated operation, struck out", { changes: /\/deprecated$/ }, listed, "$1~~$2~~$3"),
  edit(
    "a second server",
    "damage",
    "https://shelf.example.com/v1*",
    "https://shelf.example.com/v1* or *https://shelf.example.org/v1*",
  ),
  edit("a server in quotes", "damage", /relative to \*?(https:[\w./]+?)\.?\*?$/m, "relative to \u201C$1\u201D"),

  // The tables of parameters and of properties.
  edit("a lost row", "damage", /^\|? ?\*\*[pP]age_?[sS]ize\*\*.*\n/m, ""),
  edit("a lost row of a name in the path", "damage", /^\|? ?\*\*[bB]ook_?[iI]d\*\*.*\n/m, ""),
  edit("a name in the table alone", "damage", /^(\|? ?\*\*)([pP]age_?[sS]ize)(\*\* \|)/m, "$1$2s$3"),
  edit("a row of a parameter twice", "damage", namedTwice, "$1\n$1"),
  edit(
    "a deprecated name, in words",
    { changes: /\/deprecated$/ },
    /^(\|? ?\*\*(?:[pP]age_?[sS]ize|[sS]helf_?[mM]arks)\*\*)( \|)/m,
    "$1 (deprecated)$2",
  ),
  edit("a deprecated name, in brackets", { changes: /\/deprecated$/ }, optional, "$1$2 [deprecated]$3"),
  edit(
    "a deprecated name, struck out",
    { changes: /\/deprecated$/ },
    /^(\|? ?)(\*\*(?:[pP]age_?[sS]ize|[sS]helf_?[mM]arks)\*\*)( \|)/m,
    "$1~~$2~~$3",
  ),
  edit("a deprecated name, struck out within", { changes: /\/deprecated$/ }, optional, "$1~~$2~~$3"),
  edit("a name with a remark", "damage", optional, "$1$2 (new)$3"),
  edit("a name with a star", "damage", optional, "$1$2\\*$3"),
  edit("a default in words", "damage", /(default(?:s)?(?: value of| to) `?)20/, "$1twenty"),
  edit("a default in quotes", "damage", /(default(?:s)?(?: value of| to) `?)20/, '$1"20"'),
  edit("a default in curly quotes", "damage", /(default(?:s)?(?: value of| to) `?)20/, "$1\u201C20\u201D"),
  edit("a default with a fraction", "damage", /(default(?:s)?(?: value of| to) `?)20/, "$120.5"),
  edit("a default of another type", "damage", /(default(?:s)?(?: value of| to) `?)20/, "$1true"),
  edit("a remark in the notes", "damage", /(\| *[[(]?optional[\])])/i, "$1 sometimes"),
  edit("a misspelt note about reading", "damage", /\[read-?only\]/, "[readonyl]"),
  edit("an unescaped bar in a description", { changes: /\/description$/ }, "How many |", "How many | or few |"),
  edit("two unescaped bars in a description", { changes: /\/description$/ }, "On its back |", "On | its | back |"),
  edit(
    "a type that ends too early",
    "damage",
    /\| (?:Pointer to )?\*\*(?:int|int32|number|Integer)\*\* \| How/,
    "| **List<** | How",
  ),
  edit("a type with a bracket too many", "damage", /\[\*\*Author\*\*\]\(/, "[**Author>**]("),
  edit("a type that no page is about", "damage", /\[\*\*(\\Shelf\\Client\\Model\\)?Author\*\*\]/, "[**$1Autor**]"),
  edit("a link to another model", "damage", /\]\(((?:\.\.\/Model\/)?)Author\.md\)/, "]($1State.md)"),
  edit(
    "a return type that no page is about",
    "damage",
    /(### Return type\n\n\[?\*\*(?:\\Shelf\\Client\\Model\\)?)Book/,
    "$1Bok",
  ),
  edit("another return type", "damage", /(### Return type\n\n\[?\*\*)[^*]+(\*\*\]?)(?:\([^)]*\))?/, "$1Author$2"),
  edit("a cell less", "damage", /^(\|? ?\*\*(?:[pP]age_?[sS]ize|[sS]helf_?[mM]arks)\*\*) \| [^|]*\|.*$/m, "$1 |"),
  edit(
    "a row that ends in its second cell",
    "damage",
    /^(\|? ?\*\*(?:[pP]age_?[sS]ize|[sS]helf_?[mM]arks)\*\* \| (?:Pointer to )?\*\*\w+).*$/m,
    "$1",
  ),
  edit("a table without its rule", "damage", /^(\|?Name \| Type.*)\n.*$/m, "$1"),
  edit(
    "a required word in a description",
    { changes: /\/description$|\/described\/required$/ },
    "How many |",
    "How many (optional) |",
  ),
  edit("a default in a description", { changes: /\/description$/ }, "How many |", "How many, default is 20. |"),
  edit(
    "another default in a description",
    { changes: /\/description$|^difference/ },
    "How many |",
    "How many, default is 30. |",
  ),
  edit(
    "values in a description",
    { changes: /\/description$|\/described\/enum$/ },
    "How many |",
    "How many, one of 10, 20. |",
  ),

  // The other parts of an operation.
  edit("any media type", { changes: /\/accepts$/ }, /(\*\*Accept\*\*: )\S+/, "$1*/*"),
  edit("any media type, as code", { changes: /\/accepts$/ }, /(\*\*Accept\*\*: )\S+/, "$1`*/*`"),
  edit("a media type without its second half", "damage", /(\*\*Accept\*\*: )\S+/, "$1application"),
  edit("no header", "damage", /^- \*\*Accept\*\*.*\n/m, ""),
  edit("a status in words", "damage", /\*\*20\d\*\*/, "**OK**"),
  edit("a status with a digit too many", "damage", /\*\*(20\d)\*\*/, "**$10**"),
  edit("a status that is none", "damage", /\*\*20\d\*\*/, "**990**"),
  edit("a status twice", "damage", /^(\|?\*\*20\d\*\*.*\n)/m, "$1$1"),
  edit("a response header without its mark", "damage", /\* X-Total - /, "X-Total: "),
  edit(
    "an unescaped bar in the description of a status",
    { changes: /\/status\/\d+$/ },
    /(\*\*201\*\* \| The) book/,
    "$1 | book",
  ),
  edit("another scheme than its link", "damage", "[shelf_key](", "[shelf_kye]("),
  edit("no scheme", "damage", /^\[shelf_key\].*$/m, "A key is needed."),
  edit("a deeper heading", "nothing", "### Return type", "#### Return type"),
  edit("a page that ends in the middle", "damage", /^### Example\n[\s\S]*$/m, ""),

  // The page of an enumeration and of the schemes.
  edit("a kind of scheme that is none", "damage", "API key\n", "API kee\n"),
  edit("a place that is none", "damage", "HTTP header", "HTTP heder"),
  edit("a misspelt entry of a scheme", "damage", "**Location**", "**Locaton**"),
];
