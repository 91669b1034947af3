import { generatedMark } from "../plan/mark.js";
import type { Code } from "../print/index.js";
import { lineComment } from "../print/index.js";

/** The first line of a module. */
export const moduleHeader: Code = lineComment(generatedMark);

/** The first line of a JSON file that may hold comments. */
export const jsonHeader: string = `// ${generatedMark}`;

/** The first line of a Markdown file. */
export const markdownHeader: string = `<!-- ${generatedMark} -->`;
