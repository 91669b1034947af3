import type { Json } from "../document.js";
import { child } from "../pointer.js";
import type { Conversion } from "./conversion.js";
import { isObjectNode, memberOf, membersOf, type Node } from "./node.js";
import { convertOperation, type Inherited } from "./operation.js";
import { splitParameters } from "./parameter.js";

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

export function convertPaths(conversion: Conversion, paths: Node, inherited: Inherited): Json {
  const found = conversion.follow(paths);
  if (!isObjectNode(found)) return paths.value;
  const draft = conversion.draft();
  for (const [path, item] of membersOf(found)) {
    const isExtension = path.startsWith("x-");
    draft.set(
      path,
      isExtension ? item.value : convertPathItem(conversion, item, inherited, child("/paths", path)),
      item.at,
    );
  }
  return draft.json;
}

function convertPathItem(conversion: Conversion, written: Node, inherited: Inherited, to: string): Json {
  const item = conversion.follow(written);
  if (!isObjectNode(item)) return written.value;
  // What stands beside a reference counts as well.
  const beside = membersOf(item.at === written.at ? undefined : written).filter(
    ([key]) => key !== "$ref" && memberOf(item, key) === undefined,
  );
  const members = [...membersOf(item), ...beside];
  const list = members.find(([key]) => key === "parameters")?.[1];
  const shared = splitParameters(conversion, list, to);
  const draft = conversion.draft();
  for (const [key, member] of members) {
    const isOperation = methods.has(key.toLowerCase());
    const value = isOperation ? convertOperation(conversion, member, inherited, shared, child(to, key)) : member.value;
    if (key !== "parameters") draft.set(key, value, member.at);
    else if (shared.parameters !== undefined) draft.set(key, shared.parameters, member.at);
  }
  return draft.json;
}
