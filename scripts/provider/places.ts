/** A provider, by the name of its folders. */
interface Named {
  readonly name: string;
}

/** Relative to the folder that has `specs` and `packages`. */
export const specFile = ({ name }: Named, file: string): string => `specs/${name}/${file}`;
export const packageFolder = ({ name }: Named): string => `packages/${name}`;

/** What every package of this repository is generated with, as `npm run generate` does it. */
export function packageOptions(named: Named): readonly string[] {
  return ["--out", packageFolder(named), "--name", `@facsimile/${named.name}`, "--raw", "--schemas", "--document"];
}

/** Says of the documents of others where they are published, and what is made of each. */
export const configuration = "facsimile.config.yaml";
