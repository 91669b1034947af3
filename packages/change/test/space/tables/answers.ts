import type { ObjectRows } from "../cells.js";
import { all, flag, listOfWords, note, nothing, type Row, reference, words, wordsInside } from "../claims.js";
import { headerRows } from "./headers-by-name.js";
import { further, members } from "./members.js";
import { unordered } from "./reasons.js";

const text = { type: "string" };
const list = { type: "array", items: text };
const part = { schema: text };
const examples = { one: { value: "one" }, two: { value: "two" }, three: { value: "three" } };
const operation = { responses: { "204": { description: "done" } } };

/** Statuses of answers: of a webhook's, the receiver sends them. */
function statuses(name: string, samples: Row["samples"], added: string, removed: string): Row {
  const claims = members(
    { request: "response-added", response: added },
    { request: "response-removed", response: removed },
  );
  return { name, samples, claims };
}

export const answerTables: Readonly<
  Record<"responses" | "response" | "callback" | "example" | "link" | "header", ObjectRows>
> = {
  responses: {
    base: { "204": { description: "done" } },
    rows: {
      default: {
        samples: [{ description: "any" }],
        claims: {
          added: "response-added",
          removed: { request: "response-removed", response: "response-removed=safe" },
        },
      },
      "{status}": [
        statuses(
          "successes",
          { "200": { description: "a" }, "201": { description: "b" }, "202": { description: "c" } },
          "response-added=warning",
          "response-removed=breaking",
        ),
        statuses(
          "errors",
          { "400": { description: "a" }, "404": { description: "b" }, "500": { description: "c" } },
          "response-added",
          "response-removed",
        ),
      ],
      "x-note": note,
    },
  },
  response: {
    base: { description: "fine" },
    section: "responses",
    rows: {
      $ref: reference,
      summary: words("fine", "good"),
      description: words("fine", "good"),
      headers: headerRows,
      content: {
        samples: { "application/json": part, "text/plain": part, "text/csv": part },
        claims: {
          ...further("media-type-added", "media-type-removed"),
          added: { request: "response-body-added=warning", response: "response-body-added" },
          removed: { request: "response-body-removed=warning", response: "response-body-removed" },
        },
      },
      links: listOfWords(
        { one: { operationId: "one" }, two: { operationId: "two" }, three: { operationId: "three" } },
        unordered,
      ),
      "x-note": note,
    },
  },
  callback: {
    base: { "{$request.query.url}": { post: operation } },
    section: "callbacks",
    rows: {
      $ref: reference,
      "{expression}": {
        samples: {
          "{$request.body#/one}": { post: operation },
          "{$request.body#/two}": { post: operation },
          "{$request.body#/three}": { post: operation },
        },
        claims: members("callback-added", "callback-removed"),
      },
      "x-note": note,
    },
  },
  example: {
    base: {},
    section: "examples",
    rows: {
      $ref: reference,
      summary: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      value: wordsInside("one", "two"),
      dataValue: wordsInside("one", "two"),
      serializedValue: wordsInside("one", "two"),
      externalValue: wordsInside("https://example.com/one", "https://example.com/two"),
      "x-note": wordsInside("one", "two"),
    },
  },
  link: {
    base: {},
    section: "links",
    rows: {
      $ref: reference,
      operationRef: wordsInside("#/paths/~1things/get", "#/paths/~1things/post"),
      operationId: wordsInside("one", "two"),
      parameters: {
        samples: { one: "a", two: "b", three: "c" },
        claims: { ...all("documentation-changed"), moved: unordered },
      },
      requestBody: wordsInside("one", "two"),
      description: wordsInside("one", "two"),
      server: wordsInside({ url: "https://example.com" }),
      "x-note": wordsInside("one", "two"),
    },
  },
  header: {
    base: { schema: text },
    section: "headers",
    rows: {
      $ref: reference,
      description: words("one", "two"),
      required: flag({}, "header-became-required", "header-became-optional"),
      deprecated: flag({}, "operation-deprecated", "operation-restored"),
      style: {
        beside: { schema: list },
        samples: ["simple", "simple"],
        claims: all(nothing("headers have one style, which holds without it")),
      },
      explode: flag({ schema: { type: "object" } }, "header-serialization-changed", "header-serialization-changed"),
      schema: {
        samples: [text, { type: "boolean" }],
        claims: { added: "type-narrowed", removed: "type-widened", changed: "type-narrowed" },
      },
      example: words("one", "two"),
      examples: listOfWords(examples, unordered),
      content: {
        samples: { "application/json": part, "text/plain": part },
        claims: all("header-serialization-changed"),
      },
      "x-note": note,
    },
  },
};
