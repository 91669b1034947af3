import { createRequire } from "node:module";
import type { JsonObject } from "@facsimile/document";
import type * as Validators from "@stoplight/prism-http/dist/validator/validators/index.js";
import { isForm, isMultipart } from "../wire/media-type.js";
import { whileCompiling } from "./ajv.js";
import { bundleOf } from "./body-schemas.js";
import { nameInDocument } from "./inert-names.js";
import { prismModules } from "./modules.js";
import { readOperations } from "./operations.js";
import type { PrismOperation } from "./prism-operation.js";

/** A part of an operation that Prism will not validate, because its validator cannot compile the schema. Prism itself says nothing. */
export interface CompileError {
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly part: PrismPart;
  readonly message: string;
}

/** Where a schema stands in an operation, in Prism's terms. */
export type PrismPart =
  | { readonly kind: "parameter"; readonly in: string; readonly name: string }
  | { readonly kind: "requestBody"; readonly mediaType: string }
  | { readonly kind: "response"; readonly status: string; readonly mediaType: string }
  | { readonly kind: "responseHeader"; readonly status: string; readonly name: string };

type Operation = PrismOperation;

/** `ValidationContext` of Prism. */
const context = { input: 0, output: 1 } as const;

/** Lets Prism's own validators compile each schema of the document once, alone, and catches what they swallow. */
export async function findCompileErrors(document: JsonObject): Promise<readonly CompileError[]> {
  const { outline, placeOf, read } = await readOperations(prismModules(), document);
  const validators = loadValidators();
  // What is said in the same words compiles in the same way: references of all operations lead to the same components.
  const known = new Map<string, readonly string[]>();
  const errors: CompileError[] = [];
  for (const { method, path } of outline.map(placeOf)) {
    for (const { part, words, validate } of probesOf(validators, await read({ method, path }))) {
      const messages = known.get(words) ?? swallowedErrors(validate);
      known.set(words, messages);
      errors.push(...messages.map((message) => ({ method, path, part, message })));
    }
  }
  return errors;
}

interface Probe {
  readonly part: PrismPart;
  /** Everything that is compiled, but for what it refers to. */
  readonly words: string;
  readonly validate: () => unknown;
}

function probesOf(validators: typeof Validators, operation: Operation): Probe[] {
  const bundle = bundleOf(operation);
  const { request, responses } = operation;
  const inputs = { validators, bundle, side: context.input };
  const outputs = { validators, bundle, side: context.output };
  return [
    ...(request?.path ?? []).map((spec) => ({
      part: parameter("path", nameInDocument(operation, spec.name)),
      words: wordsOf("path", spec),
      validate: () => validators.validatePath({}, [unread(spec)], context.input, bundle),
    })),
    ...(request?.query ?? []).map((spec) => ({
      part: parameter("query", spec.name),
      words: wordsOf("query", spec),
      validate: () => validators.validateQuery({}, [unread(spec)], context.input, bundle),
    })),
    ...(request?.headers ?? []).map((spec) => ({
      part: parameter("header", spec.name),
      words: wordsOf("header", spec),
      validate: () => validators.validateHeaders({}, [unread(spec)], context.input, bundle),
    })),
    ...(request?.body?.contents ?? []).map((content) => ({
      part: { kind: "requestBody", mediaType: content.mediaType } as const,
      words: wordsOf("request", content),
      validate: bodyProbe(inputs, content),
    })),
    ...responses.flatMap(({ code, contents, headers }) => [
      ...(contents ?? []).map((content) => ({
        part: { kind: "response", status: code, mediaType: content.mediaType } as const,
        words: wordsOf("response", content),
        validate: bodyProbe(outputs, content),
      })),
      ...(headers ?? []).map((spec) => ({
        part: { kind: "responseHeader", status: code, name: spec.name } as const,
        words: wordsOf("response header", spec),
        validate: () => validators.validateHeaders({}, [unread(spec)], context.output, bundle),
      })),
    ]),
  ];
}

/**
 * A parameter in a style that Prism has no reader for: there is no value to be read, and its readers throw where there is none. The schema is compiled
 * all the same.
 */
function unread<Parameter extends { readonly style?: unknown }>(parameter: Parameter): Parameter {
  return { ...parameter, style: "none" };
}

/** Names and examples have no part in it. */
function wordsOf(side: string, { schema }: { readonly schema?: unknown }): string {
  return `${side} ${JSON.stringify(schema, (key, value: unknown) => (key === "x-stoplight" ? undefined : value))}`;
}

function parameter(place: string, name: string): PrismPart {
  return { kind: "parameter", in: place, name };
}

type Content = NonNullable<Operation["responses"][number]["contents"]>[number];

interface BodySide {
  readonly validators: typeof Validators;
  readonly bundle: unknown;
  readonly side: 0 | 1;
}

function bodyProbe({ validators, bundle, side }: BodySide, content: Content): () => unknown {
  const isText = isForm(content.mediaType) || isMultipart(content.mediaType);
  return () => validators.validateBody(isText ? "" : {}, [content], side, content.mediaType, "boundary", bundle);
}

/** Runs a validator of Prism while its Ajv is watched. */
function swallowedErrors(validate: () => unknown): readonly string[] {
  const errors: string[] = [];
  const watch: Parameters<typeof whileCompiling>[0] = (compile) =>
    function (schema) {
      try {
        const compiled = compile.call(this, schema);
        compiled({});
        return compiled;
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
        throw error;
      }
    };
  whileCompiling(watch, validate);
  return errors;
}

function loadValidators(): typeof Validators {
  return createRequire(import.meta.url)("@stoplight/prism-http/dist/validator/validators/index.js");
}
