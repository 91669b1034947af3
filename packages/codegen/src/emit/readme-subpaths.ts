import type { Surroundings } from "../plan/surroundings.js";
import { code, entry, identifier, literal, memberName, printFragment, propertyName } from "../print/index.js";
import { exampleInput, exampleName, exampleOperation, exampleOptions, variableName } from "./example.js";
import { codeSpan, fence, firstParagraph, phrase, section, table } from "./markdown.js";
import { unusedModule } from "./module-paths.js";
import { anyReader } from "./reader.js";
import type { Scope } from "./scope.js";

/** What a package has beside its index, as sections of its README. */
export function subpathSections(scope: Scope, surroundings: Surroundings): readonly (string | undefined)[] {
  return [functions, tags, webhooks, schemas, validation, values, raw].map((sectionOf) =>
    sectionOf(scope, surroundings),
  );
}

function functions(scope: Scope, { name }: Surroundings): string | undefined {
  const own = exampleOperation(scope);
  if (own === undefined) return undefined;
  const input = exampleInput(own);
  const createClient = identifier(scope.api.names.createClient);
  const called = own.operation.name;
  const local = exampleName(called);
  const imported = local === called ? identifier(local) : code`${memberName(called)} as ${identifier(local)}`;
  const source = code`
    import { ${createClient}, ${imported} } from ${literal(`${name}/functions`)};

    const client = ${createClient}(${exampleOptions(own)});
    const result = await ${identifier(local)}(${input === undefined ? code`client` : code`client, ${input}`});
  `;
  return section(
    "Functions",
    "The same operations are functions, so that a bundler keeps only those that are called.",
    fence("ts", printFragment(source)),
  );
}

/** The subpaths of the tags, where there are several. */
function tags({ api }: Scope, { name }: Surroundings): string | undefined {
  if (api.groups.length < 2) return undefined;
  const rows = api.groups.map((group) => {
    const tag = api.tags.find((candidate) => candidate.name === group.title);
    const described = [tag?.summary ?? firstParagraph(tag?.description ?? ""), partOf(tag?.parent)].filter(
      (part) => part !== "",
    );
    return [
      codeSpan(`${name}/${group.name}`),
      String(group.operations.length),
      phrase(described.join(" "), anyReader(api)),
    ];
  });
  return section(
    "Subpaths",
    "Each tag has a subpath with its functions and types, and `createClient` beside them. The compiler reads what a subpath mentions, and no more.",
    table(["Import", "Operations", "What it is about"], rows),
  );
}

/** What a tag is a part of, by the name of that tag. */
function partOf(parent: string | undefined): string {
  return parent === undefined ? "" : `(${parent})`;
}

/** How what the API sends is received, by the example of the first. */
function webhooks({ api }: Scope, { name }: Surroundings): string | undefined {
  const [first] = api.received;
  if (first === undefined) return undefined;
  const source = code`
    import { receiveWebhook } from ${literal(`${name}/webhooks`)};

    const answer = await receiveWebhook(request, {
      secret,
      handlers: {
        ${propertyName(first.name)}: (event) => console.log(event),
      },
    });
  `;
  const rows = api.received.map(({ name: own, eventName, operation }) => [
    codeSpan(own),
    codeSpan(eventName),
    phrase(operation.summary ?? firstParagraph(operation.description ?? ""), anyReader(api)),
  ]);
  return section(
    "Webhooks",
    "What the API sends is received at a subpath, which nothing else imports. Each request has to be signed by Standard Webhooks; `verify` in the place of `secret` checks other signatures. `webhookListener` does the same for `node:http`.",
    fence("ts", printFragment(source)),
    table(["Handler", "Event", "What it is about"], rows),
  );
}

/** Where the types are that the index does not have, by the example of the first. */
function schemas({ types }: Scope, { name }: Surroundings): string | undefined {
  const [unused] = types.declarations.get(unusedModule) ?? [];
  if (unused === undefined) return undefined;
  const source = code`
    import type { ${memberName(unused.name)} } from ${literal(`${name}/schemas`)};
  `;
  return section(
    "Schemas",
    "The types of all schemas are at a subpath, also those that no operation mentions, such as what webhooks send.",
    fence("ts", printFragment(source)),
  );
}

/** How values are held against schemas at run time, where the package has that. */
function validation(scope: Scope, { name }: Surroundings): string | undefined {
  const own = exampleOperation(scope);
  if (scope.validation === undefined || own === undefined) return undefined;
  const factory = identifier(scope.api.names.factory);
  const variable = identifier(variableName(scope.api));
  const source = code`
    import { ${factory} } from ${literal(name)};
    import { answers } from ${literal(`${name}/schemas`)};

    const ${variable} = ${factory}(${exampleOptions(own, undefined, [entry("validate", code`answers`)])});
  `;
  return section(
    "Values checked at run time",
    "The subpath of the schemas also has a Standard Schema of each component, of what each operation takes and answers, and of each event. With `answers`, what does not fit is the `problem` of a result, or an error where the call is strict; `calls` holds what is sent as well. Nothing else imports that module.",
    fence("ts", printFragment(source)),
  );
}

/** How enumerations are used, by the example of the first. */
function values({ api }: Scope, { name }: Surroundings): string | undefined {
  const [first] = api.enumerations;
  if (first === undefined) return undefined;
  const local = exampleName(first.name);
  const imported = local === first.name ? identifier(local) : code`${memberName(first.name)} as ${identifier(local)}`;
  const source = code`
    import { ${imported} } from ${literal(`${name}/values`)};

    for (const value of Object.values(${identifier(local)})) console.log(value);
  `;
  return section(
    "Enumerations",
    "The values that the API lists are there at run time too: each list is an object with the values by their names, and a type of the same name. Nothing else imports that module.",
    fence("ts", printFragment(source)),
  );
}

function raw(scope: Scope, { name }: Surroundings): string | undefined {
  if (scope.raw === undefined) return undefined;
  const createClient = identifier(scope.api.names.createClient);
  const own = exampleOperation(scope);
  if (own === undefined) return undefined;
  const source = code`
    import { ${createClient} } from ${literal(`${name}/functions`)};
    import { createRaw } from ${literal(`${name}/raw`)};

    const raw = createRaw(${createClient}(${exampleOptions(own)}));
  `;
  return section(
    "openapi-fetch",
    "For what the operations do not cover, and for calls that are written for it: openapi-fetch's client, typed by openapi-typescript, with the same base URL, credentials and redirect rules.",
    fence("ts", printFragment(source)),
  );
}
