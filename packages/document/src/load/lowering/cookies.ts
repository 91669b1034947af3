import { isObject } from "../object.js";
import type { OwnObject, Tree } from "../rewritten/tree.js";
import { eachMember } from "./members.js";

/**
 * Says the style `cookie` (OpenAPI 3.2.0, "Style Values") in the words of 3.1: it is `form`, whose pairs stand apart in a header as cookies do, without escapes, which is what `allowReserved` says.
 */
export function lowerCookies(tree: Tree): void {
  eachMember(tree, "parameters", (path, parameters) => {
    if (parameters === null || typeof parameters !== "object") return;
    for (const [key, parameter] of Object.entries(parameters)) {
      if (!isObject(parameter) || parameter.in !== "cookie" || parameter.style !== "cookie") continue;
      // It is an object, and was made ready to be changed.
      const own = tree.open([...path, key]) as OwnObject;
      own.style = "form";
      own.allowReserved = true;
    }
  });
}
