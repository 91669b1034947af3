import type { Family } from "./family.js";
import { python } from "./python.js";
import { snakeCase } from "./spelling.js";

/**
 * The Python pages of one generation, which it puts into the folder `apis/tags`. They have a layout of their own (`read/tags`), and show
 * every name as it travels.
 */
export const pythonTags: Family = {
  ...python,
  name: "python-tags",
  fences: [],
  shape: /^# [\w.]{1,200}\.apis\.tags\.[\w.]{1,200}[ \t\r]*$/m,
  spell: { operation: snakeCase, parameter: (name) => name, property: (name) => name },
};
