import type { HandedOnName, PackageNames, SecurityAlternative } from "../api.js";
import type { Context } from "../context.js";
import { takesCredential } from "../takes-credential.js";
import type { Claims, Owner } from "./claims.js";
import { handedOn, ofStreams } from "./handed-on.js";
import { capitalize, pascalCase } from "./spelling.js";

/** A name that the package gives, and the one that it takes where the document has given that to something else. */
export interface Wanted {
  /** What has the name, for messages: `the function that makes a client`. */
  readonly what: string;
  readonly name: string;
  readonly other: string;
  /** Where the document has what it is named for; empty for what every package has. */
  readonly pointer: string;
}

/** Takes the name, or the other one, and says which. */
export function takeWanted(context: Context, claims: Claims, { what, name, other, pointer }: Wanted): string {
  const owner = claims.ownerOf(name);
  const taken = claims.takeFirst([name, other], { words: () => what, pointer });
  if (owner !== undefined) reportChanged(context, { what, name, pointer }, taken, owner);
  return taken;
}

function reportChanged(
  context: Context,
  { what, name, pointer }: Omit<Wanted, "other">,
  taken: string,
  owner: Owner,
): void {
  const message = `${capitalize(what)} is called ${taken} in the package: ${name} is the name of ${owner.words()}.`;
  const fix = "Nothing has to be done; x-facsimile-name and, in info, x-client-name choose other names.";
  context.report("package-name-changed", owner.pointer === "" ? pointer : owner.pointer, message, fix);
}

/** What the names of a package depend on, beside those that are taken. */
export interface Named {
  readonly title: string;
  /** `info.x-client-name`. */
  readonly chosen: string | undefined;
  readonly security: readonly SecurityAlternative[];
  /** Whether an answer is a stream. */
  readonly hasStreams: boolean;
}

/** The names of what a package has beside operations and schemas. */
export function namePackage(context: Context, claims: Claims, named: Named): PackageNames {
  const pointer = named.chosen === undefined ? "/info/title" : "/info/x-client-name";
  const base = named.chosen ?? titleName(context, named.title);
  const own = (what: string, name: string, other: string): string =>
    takeWanted(context, claims, { what, name, other, pointer });
  const fixed = (what: string, name: string, other: string): string =>
    takeWanted(context, claims, { what, name, other, pointer: "" });
  const takes = named.security.flat().some(({ scheme }) => takesCredential(scheme));
  const client = own("the type of the client", base, `${base}Api`);
  return {
    client,
    createClient: fixed("the function that makes a client for functions", "createClient", "makeClient"),
    handedOn: nameHandedOn(context, claims, named),
    factory: own("the function that makes a client", `create${base}`, `make${base}`),
    handle: own("the type of what functions take first", `${base}Client`, `${base}Handle`),
    options: own("the type of the client's options", `${base}Options`, `${base}ClientOptions`),
    credentials: takes
      ? own("the type of the credentials", `${base}Credentials`, `${base}ClientCredentials`)
      : undefined,
    fromEnvironment: takes
      ? fixed("the function that reads credentials from environment variables", "fromEnvironment", "readEnvironment")
      : undefined,
  };
}

function titleName(context: Context, title: string): string {
  const name = pascalCase(title);
  if (name !== "") return name;
  const message = `No name can be made of the title "${title}": the client is called Api.`;
  context.report("client-name-unusable", "/info/title", message, "Choose a name by x-client-name in info.");
  return "Api";
}

function nameHandedOn(context: Context, claims: Claims, { security, hasStreams }: Named): HandedOnName[] {
  const of = (names: readonly string[], isType: boolean, isOfStreams: boolean): HandedOnName[] =>
    names.map((name) => {
      const other = /^[A-Z]/.test(name) ? `Runtime${name}` : `runtime${capitalize(name)}`;
      const wanted = { what: `the runtime's ${name}`, name, other, pointer: "" };
      return { name, isType, isOfStreams, as: takeWanted(context, claims, wanted) };
    });
  const { types, values } = handedOn(security);
  const own = [...of(types, true, false), ...of(values, false, false)];
  return hasStreams ? [...own, ...of(ofStreams.types, true, true), ...of(ofStreams.values, false, true)] : own;
}
