import type { Api } from "@facsimile/document";

/** Takes a name that nothing else in the module has by then, and no type of the subpath: one that is taken has a number from 2 after it. */
export type Claim = (wanted: string) => string;

export function claimOf({ schemaTypes }: Api): Claim {
  const taken = new Set(schemaTypes.flatMap(({ name, requestName }) => [name, requestName]));
  return (wanted) => {
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    return name;
  };
}
