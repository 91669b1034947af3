import { isRelativeServer } from "@facsimile/document";
import { ownSection, withoutMarks } from "../plan/own-section.js";
import type { Surroundings } from "../plan/surroundings.js";
import { code, identifier, literal, memberName, printFragment } from "../print/index.js";
import { clientSummary } from "./client-summary.js";
import { credentialsOptional, schemeText } from "./credentials.js";
import { exampleInput, exampleOperation, exampleOptions, variableName } from "./example.js";
import { markdownHeader } from "./header.js";
import { codeSpan, fence, firstParagraph, phrase, plain, section, table, webLink } from "./markdown.js";
import { proseParts } from "./prose.js";
import { anyReader } from "./reader.js";
import { environmentParagraphs } from "./readme-environment.js";
import { oauth2Paragraphs } from "./readme-oauth2.js";
import { streamsSection } from "./readme-streams.js";
import { subpathSections } from "./readme-subpaths.js";
import { handedOnName } from "./runtime.js";
import type { Scope } from "./scope.js";
import { operationScopes } from "./scope.js";
import { baseKey, defaultServer, needsBaseUrl } from "./server.js";
import { allowedValues, serverVariables } from "./server-options.js";
import type { SourceFile } from "./source-file.js";
import { versionPolicy } from "./version-policy.js";

/** README.md: what a person needs to make the first call, and what there is to call; behind the introduction, the section that people own. */
export function emitReadme(scope: Scope, surroundings: Surroundings, carriesDocument: boolean): SourceFile {
  const beginning = [markdownHeader, introduction(scope, surroundings)];
  const sections = [
    section("Install", fence("sh", `npm install ${surroundings.name}`)),
    firstCall(scope, surroundings),
    credentials(scope, surroundings),
    server(scope),
    section("Results and errors", resultsText(scope)),
    pages(scope),
    streamsSection(scope),
    ...subpathSections(scope, surroundings),
    section("Operations", operations(scope)),
    ...(carriesDocument ? [section("Versions", ...versionPolicy(surroundings))] : []),
    omissions(scope),
  ];
  const [before, after] = [beginning, sections].map((parts) =>
    withoutMarks(parts.filter((part) => part !== undefined).join("\n\n")),
  );
  return { path: "README.md", text: `${before}\n\n${ownSection(surroundings.own)}\n\n${after}\n` };
}

function introduction({ api }: Scope, { name }: Surroundings): string {
  const [lead, rest] = proseParts(api.description ?? "", anyReader(api));
  const parts = [`# ${plain(name)}`, clientSummary(api.title, plain), lead];
  if (api.documentationUrl !== undefined) parts.push(`Documentation of the API: ${webLink(api.documentationUrl)}`);
  if (rest !== "") parts.push(section("About the API", rest));
  return parts.filter((part) => part !== "").join("\n\n");
}

function firstCall(scope: Scope, { name }: Surroundings): string | undefined {
  const own = exampleOperation(scope);
  if (own === undefined) return undefined;
  const variable = identifier(variableName(scope.api));
  const factory = identifier(scope.api.names.factory);
  const source = code`
    import { ${factory} } from ${literal(name)};

    const ${variable} = ${factory}(${exampleOptions(own)});

    const result = await ${variable}.${memberName(own.operation.name)}(${exampleInput(own)});
    if (result.ok) console.log(result.data);
    else console.error(result.statusCode, result.error);
  `;
  return section("First call", fence("ts", printFragment(source)));
}

function credentials(scope: Scope, surroundings: Surroundings): string | undefined {
  if (scope.schemes.size === 0) return undefined;
  const rows = [...scope.schemes.values()].map(({ scheme }) => [
    codeSpan(scheme.credential),
    `${phrase(scheme.description ?? schemeText(scheme), anyReader(scope.api))}${scheme.deprecated ? " (deprecated)" : ""}`,
  ]);
  const places = scope.servers.others.length === 0 ? "the API's own origin" : "the origins of the servers below";
  const need = credentialsOptional(scope) ? "Some operations need none." : "Every operation needs them.";
  return section(
    "Credentials",
    `Credentials are given by the name of their scheme, as a value or as a function that is called for each request. They are sent only to ${places}. ${need}`,
    table(["Name", "What it is"], rows),
    ...environmentParagraphs(scope, surroundings),
    ...oauth2Paragraphs(scope),
  );
}

function server(scope: Scope): string | undefined {
  const parts = [baseText(scope), variableTable(scope), ownServers(scope)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : section("Server", ...parts);
}

function baseText(scope: Scope): string | undefined {
  const given = defaultServer(scope);
  if (given === undefined || needsBaseUrl(scope)) {
    const beginning = given === undefined ? "" : `; its paths begin with ${codeSpan(given.url)}`;
    const place = `The option \`baseUrl\` says where the API is${beginning}.`;
    return scope.servers.others.length === 0
      ? place
      : `${place} In \`baseUrls\`, ${codeSpan(baseKey(scope))} says it for all operations but those below.`;
  }
  if (serverVariables(scope).length > 0)
    return `Requests go to ${codeSpan(given.url)}; the option \`server\` holds the values of the variables, and \`baseUrl\` replaces it all.`;
  return scope.servers.others.length > 0 ? `Requests go to ${codeSpan(given.url)}.` : undefined;
}

function variableTable(scope: Scope): string | undefined {
  const rows = serverVariables(scope).map(({ name, uses }) => {
    const [first] = uses;
    const values = allowedValues(uses);
    const choices = values === undefined ? "" : ` One of ${values.map(codeSpan).join(", ")}.`;
    const required = uses.some(({ variable }) => variable.required);
    const fallback = codeSpan(first?.variable.default ?? "");
    return [
      codeSpan(name),
      required ? "required" : fallback,
      `${phrase(first?.variable.description ?? "", anyReader(scope.api))}${choices}`.trim(),
    ];
  });
  return rows.length === 0 ? undefined : table(["Variable", "Default", "What it is"], rows);
}

/** Operations that go elsewhere, by place. */
function ownServers({ servers: { others, own } }: Scope): string | undefined {
  if (others.length === 0) return undefined;
  const rows = others.map((server) => {
    const operations = [...own].filter(([, place]) => place === server).map(([operation]) => operation);
    return [codeSpan(server.url), operations.map(({ name }) => codeSpan(name)).join(", ")];
  });
  const relative = others.some(isRelativeServer) ? " A relative one counts from the base URL." : "";
  return [
    `Some operations have a server of their own. The option \`baseUrl\` moves them too, and \`baseUrls\` moves those of one server, by its URL in this table.${relative}`,
    table(["Server", "Operations"], rows),
  ].join("\n\n");
}

function resultsText({ api }: Scope): string {
  const own = (name: string): string => codeSpan(handedOnName(api, name));
  const rejections = ["ConnectionError", "TimeoutError", "AbortedError", "RedirectError"].map(own).join(", ");
  return [
    'Every call resolves to one of the answers that the API documents. `ok` and `status` tell them apart, and with them the types of `data`, `error` and `headers`. What is not documented has the status `"undocumented"`, with the number in `statusCode` and the text in `text`. A success that is not just what the API documents is a success all the same: `problem` says what differs, and `data` is of its type where `problem` is undefined.',
    `Where there is no answer, the call rejects with one of ${rejections} and ${own("ResponseParseError")}; where it rejects with ${own("CredentialsError")} or ${own("InvalidRequestError")}, nothing was sent. \`${handedOnName(api, "unwrap")}(call)\` gives the data of a success, and throws an ${own("ApiError")} for any other answer.`,
  ].join("\n\n");
}

function pages(scope: Scope): string | undefined {
  const own = operationScopes(scope).find(({ operation }) => operation.pagination !== undefined);
  if (own === undefined) return undefined;
  const variable = identifier(variableName(scope.api));
  const call = code`${variable}.${memberName(own.operation.name)}.pages(${exampleInput(own)})`;
  const source = code`
    for await (const item of ${call}.items()) console.log(item);
  `;
  return section(
    "Pages",
    "An operation that answers page by page has `pages`, which asks for each page when it is needed.",
    fence("ts", printFragment(source)),
  );
}

function operations(scope: Scope): string {
  const rows = operationScopes(scope).map(({ operation }) => {
    const { name, method, path, summary = "", deprecated } = operation;
    const text =
      summary === ""
        ? phrase(firstParagraph(operation.description), anyReader(scope.api))
        : plain(firstParagraph(summary));
    return [
      codeSpan(name),
      codeSpan(`${method.toUpperCase()} ${path}`),
      deprecated ? `${text} (deprecated)`.trim() : text,
    ];
  });
  return table(["Operation", "Request", "What it does"], rows);
}

/** What the document has and the package does not. */
function omissions({ api }: Scope): string | undefined {
  if (api.omissions.length === 0) return undefined;
  const rows = api.omissions.map(({ code, message }) => `- ${plain(message)} (${codeSpan(code)})`);
  return section("Left out", "The document has more than this package serves:", rows.join("\n"));
}
