import { type Api, fileName, type Operation, type OperationGroup, type ReceivedOperation } from "@facsimile/document";

/** The files of a reference, relative to its folder. They are named for what is on them, so that links to them last as long as that has its name. */
export interface PagePaths {
  readonly groups: ReadonlyMap<OperationGroup, string>;
  readonly operations: ReadonlyMap<Operation, string>;
  readonly received: ReadonlyMap<ReceivedOperation, string>;
  /** By the name of the component. */
  readonly schemas: ReadonlyMap<string, string>;
}

export const indexPath = "README.md";
export const schemasPath = "schemas/README.md";

export function pagePaths({ groups, operations, received, schemaTypes }: Api): PagePaths {
  const claim = claims();
  return {
    groups: new Map(groups.map((group) => [group, claim("groups", group.name)])),
    operations: new Map(operations.map((operation) => [operation, claim("operations", operation.name)])),
    received: new Map(received.map((one) => [one, claim("webhooks", one.name)])),
    schemas: new Map(schemaTypes.map(({ component, name }) => [component, claim("schemas", name)])),
  };
}

/** No two files of a folder differ in capitals alone, which some file systems do not tell apart, and none is an index. */
function claims(): (folder: string, name: string) => string {
  const taken = new Set(["groups/readme", "groups/index", "operations/readme", "operations/index"]);
  for (const folder of ["webhooks", "schemas"]) for (const name of ["readme", "index"]) taken.add(`${folder}/${name}`);
  return (folder, name) => {
    const base = `${folder}/${fileName(name) || "page"}`;
    let path = base;
    for (let count = 2; taken.has(path); count += 1) path = `${base}-${count}`;
    taken.add(path);
    return `${path}.md`;
  };
}

/** A path of a page as another page links to it. */
export function linkTo(from: string, to: string): string {
  const [folder, file] = to.split("/");
  const [own, ownFile] = from.split("/");
  if (file === undefined) return ownFile === undefined ? to : `../${to}`;
  if (ownFile === undefined) return to;
  return own === folder ? file : `../${to}`;
}
