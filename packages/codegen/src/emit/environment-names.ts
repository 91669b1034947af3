import { type CredentialScheme, kebabCase, type SecurityScheme, takesCredential } from "@facsimile/document";

/** What is read of a scheme, by its kind. */
export type Field =
  | "API_KEY"
  | "TOKEN"
  | "USERNAME"
  | "PASSWORD"
  | "ACCESS_TOKEN"
  | "CLIENT_ID"
  | "CLIENT_SECRET"
  | "TOKEN_URL"
  | "SCOPES";

/** The environment variables of a scheme. */
export interface SchemeVariables {
  readonly scheme: CredentialScheme;
  /** At least one; the first is enough alone, but for `USERNAME`. */
  readonly names: ReadonlyMap<Field, string>;
}

/**
 * Names of environment variables, by the rules of docs/names.md: what the package is called, then the key of the scheme without the words that
 * only say of which kind it is, then what is read. A scheme that would share a variable with another one keeps those words.
 *
 * @param packageName - the npm name
 */
export function nameVariables(packageName: string, schemes: readonly SecurityScheme[]): readonly SchemeVariables[] {
  const prefix = packageWords(packageName);
  const taking = schemes.filter(takesCredential);
  const short = taking.map((scheme) => variablesOf(prefix, scheme, ownWords(prefix, scheme)));
  const uses = countNames(short);
  const taken = new Set<string>();
  const isFree = ({ names }: SchemeVariables): boolean => [...names.values()].every((name) => !taken.has(name));
  const take = (variables: SchemeVariables): SchemeVariables => {
    for (const name of variables.names.values()) taken.add(name);
    return variables;
  };
  const isAlone = ({ names }: SchemeVariables): boolean => [...names.values()].every((name) => uses.get(name) === 1);
  for (const variables of short) if (isAlone(variables)) take(variables);
  return short.map((variables) => {
    if (isAlone(variables)) return variables;
    const { scheme } = variables;
    const words = wordsOf(scheme.credential);
    let own = variablesOf(prefix, scheme, words);
    for (let number = 2; !isFree(own); number += 1) own = variablesOf(prefix, scheme, words, `_${number}`);
    return take(own);
  });
}

function countNames(all: readonly SchemeVariables[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { names } of all) for (const name of names.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

/** The name without its scope; the scope where the rest says only that it is one. */
function packageWords(name: string): readonly string[] {
  const [, scope = "", own = name] = /^@([^/]*)\/(.*)$/.exec(name) ?? [];
  return wordsOf(scope !== "" && /^(api|client|sdk)$/.test(own) ? scope : own);
}

/** Words in capitals. POSIX has letters, digits and `_` of ASCII in the names of variables. */
function wordsOf(text: string): readonly string[] {
  const words =
    kebabCase(text)
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  // `OAuth2` is one word.
  return words.flatMap((word, index) => {
    if (word === "O" && words[index + 1]?.startsWith("AUTH")) return [];
    return words[index - 1] === "O" && word.startsWith("AUTH") ? `O${word}` : word;
  });
}

/** They say of which kind a scheme is, which what is read says too. */
const kinds: ReadonlySet<string> = new Set(
  "OAUTH OAUTH2 OIDC OPENID CONNECT HTTP BASIC BEARER AUTH AUTHENTICATION AUTHORIZATION SECURITY SCHEME".split(" "),
);

/** The words of a scheme's key without those of the package before them, and without kinds before and behind. */
function ownWords(prefix: readonly string[], { credential }: SecurityScheme): readonly string[] {
  const words = withoutPrefix(wordsOf(credential), prefix.join(""));
  const isOwn = (word: string): boolean => !kinds.has(word);
  return words.slice(Math.max(words.findIndex(isOwn), 0), words.findLastIndex(isOwn) + 1);
}

function withoutPrefix(words: readonly string[], prefix: string): readonly string[] {
  const end = words.findIndex((_, index) => words.slice(0, index + 1).join("") === prefix);
  return words.slice(end + 1);
}

function variablesOf(
  prefix: readonly string[],
  scheme: CredentialScheme,
  words: readonly string[],
  end = "",
): SchemeVariables {
  const name = (field: Field): string => {
    const all = [...prefix, ...words, ...(saysField(scheme, words, field) ? [] : [field])].join("_") + end;
    return /^\d/.test(all) ? `_${all}` : all;
  };
  return { scheme, names: new Map(fieldsOf(scheme).map((field) => [field, name(field)])) };
}

/** Whether the words say by themselves what a credential of one text is: `CLIENT_ID`, `BOT_TOKEN`; not `INFERENCE`, of `inferenceBearer`. */
function saysField(scheme: CredentialScheme, words: readonly string[], field: Field): boolean {
  if (field !== "API_KEY" && field !== "TOKEN" && field !== "ACCESS_TOKEN") return false;
  if (scheme.type === "oauth2" || scheme.type === "openIdConnect") return words.slice(-2).join("_") === field;
  const [last = ""] = words.slice(-1);
  if (/^(KEY|TOKEN)$/.test(last)) return true;
  return last !== "" && !wordsOf(scheme.credential).some((word) => kinds.has(word));
}

function fieldsOf(scheme: CredentialScheme): readonly Field[] {
  if (scheme.type === "apiKey") return ["API_KEY"];
  if (scheme.type === "http") return scheme.scheme === "basic" ? ["USERNAME", "PASSWORD"] : ["TOKEN"];
  return hasClientFlow(scheme)
    ? ["ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "SCOPES"]
    : ["ACCESS_TOKEN"];
}

function hasClientFlow(scheme: CredentialScheme): boolean {
  return scheme.type === "oauth2" && scheme.flows.some(({ kind }) => kind === "clientCredentials");
}
