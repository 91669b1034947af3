import {
  type Api,
  isJson,
  type JsonObject,
  type MediaType,
  type Operation,
  type Response,
  type SchemaView,
} from "@facsimile/document";
import type { RawAnswer } from "@facsimile/mock/wire";

import { examplesAt, type Path, partAt, partsOf, showPath, useOf, withoutProperty, withPart } from "@facsimile/samples";
import { concreteStatus } from "../cases/statuses.js";
import type { AnswerMutant } from "./mutant.js";

/** Faults of the answer on its way, for each documented response of each operation. */
export function answerMutants(document: JsonObject, api: Api): readonly AnswerMutant[] {
  return api.operations.flatMap((operation) =>
    operation.responses.flatMap((response) => {
      const status = concreteStatus(operation, response);
      return status === undefined ? [] : ofResponse(document, operation, response, status);
    }),
  );
}

function ofResponse(document: JsonObject, operation: Operation, response: Response, status: number): AnswerMutant[] {
  const make = (operator: string, what: string, change: (answer: RawAnswer) => RawAnswer): AnswerMutant => ({
    family: "answer",
    name: `${operation.id} ${response.status}: ${what}`,
    operator,
    operation,
    pointer: response.pointer,
    change: (answer) => (answer.status === status ? change(answer) : answer),
  });
  const [content] = response.content;
  return [
    make("status changed", "status changed", (answer) => ({
      ...answer,
      status: status === 299 ? 298 : status < 300 ? 299 : 599,
    })),
    ...response.headers
      .filter(({ required }) => required)
      .map(({ name }) => make("header dropped", `header ${name} dropped`, (answer) => withoutHeader(answer, name))),
    ...(content === undefined
      ? [
          make("body added", "body added", (answer) =>
            status === 204 || status === 304
              ? { ...answer, status: 200, body: Buffer.from("x") }
              : { ...answer, body: Buffer.from("x") },
          ),
        ]
      : ofContent(document, content, make)),
  ];
}

type Make = (operator: string, what: string, change: (answer: RawAnswer) => RawAnswer) => AnswerMutant;

function ofContent(document: JsonObject, content: MediaType, make: Make): AnswerMutant[] {
  const general = [
    make("content type dropped", "content type dropped", (answer) => withoutHeader(answer, "content-type")),
    make("content type changed", "content type changed", (answer) => ({
      ...withoutHeader(answer, "content-type"),
      headers: [...withoutHeader(answer, "content-type").headers, ["content-type", "text/x-other"]],
    })),
    make("body dropped", "body dropped", (answer) => ({ ...answer, body: Buffer.alloc(0) })),
    make("body cut", "body cut", (answer) => ({
      ...answer,
      body: answer.body.subarray(0, Math.max(0, answer.body.length - 1)),
    })),
  ];
  const [example] = isJson(content.name) ? examplesAt(document, content.pointer) : [];
  if (example === undefined) return general;
  return [
    ...general,
    ...partsOf(document, useOf(content.schema), example.value).flatMap(({ path, view }) =>
      ofPart(example.value, path, view, make),
    ),
  ];
}

function ofPart(example: unknown, path: Path, view: SchemaView, make: Make): AnswerMutant[] {
  const part = partAt(example, path);
  const place = path.length === 0 ? "body" : showPath(path);
  const replace = (operator: string, value: unknown): AnswerMutant =>
    make(
      operator,
      `${place} ${operator}`,
      inJson((body) => (partAt(body, path) === undefined ? body : withPart(body, path, value))),
    );
  const isObject = typeof part === "object" && part !== null && !Array.isArray(part);
  return [
    replace("of a wrong type", typeof part === "object" ? "text" : { wrong: true }),
    ...(part === null ? [] : [replace("made null", null)]),
    ...(view.enum !== undefined ? [replace("outside its enumeration", "none of these")] : []),
    ...(isObject ? [replace("with a property added", { ...part, undeclared: "x" })] : []),
    ...(isObject
      ? Object.keys(part).map((name) =>
          make(
            "property dropped",
            `${place} property ${name} dropped`,
            inJson((body) => (partAt(body, [...path, name]) === undefined ? body : withoutProperty(body, path, name))),
          ),
        )
      : []),
    ...(Array.isArray(part) && part.length > 0 ? [replace("emptied", [])] : []),
  ];
}

function inJson(change: (body: unknown) => unknown): (answer: RawAnswer) => RawAnswer {
  return (answer) =>
    answer.body.length === 0
      ? answer
      : { ...answer, body: Buffer.from(JSON.stringify(change(JSON.parse(answer.body.toString("utf8"))))) };
}

function withoutHeader(answer: RawAnswer, name: string): RawAnswer {
  return { ...answer, headers: answer.headers.filter(([written]) => written.toLowerCase() !== name.toLowerCase()) };
}
