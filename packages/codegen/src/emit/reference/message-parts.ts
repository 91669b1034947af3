import type { Json, OperationObject, Parameter, Response } from "@facsimile/document";
import { codeSpan, table } from "../markdown.js";
import { contentLine, contentParts } from "./body-part.js";
import { heading, siteLine, sitePage } from "./page.js";
import { schemaSentence } from "./property-rows.js";
import type { PageScope } from "./reference-scope.js";
import { schemaWords } from "./schema-words.js";

/** What an operation takes, whoever sends it: parameters, and a body by media type. */
export function requestParts(scope: PageScope, { parameters, requestBody }: OperationObject): readonly string[] {
  const rows = parameters.map((parameter) => parameterRow(scope, parameter));
  const head = ["Parameter", "In", "Type", "Required", "What it is"];
  const own = rows.length === 0 ? [] : [heading(2, "Parameters"), table(head, rows)];
  if (requestBody === undefined) return own;
  const need = requestBody.required ? "It is required." : "It may be left out.";
  const about = [sitePage(scope, requestBody.description), need].filter((part) => part !== "").join("\n\n");
  return [...own, heading(2, "Body"), about, ...contentParts(scope, requestBody.content)];
}

function parameterRow(scope: PageScope, parameter: Parameter): readonly string[] {
  // The schemas of a document that was loaded are JSON.
  const schema = parameter.schema.json as Json;
  const deprecated = parameter.deprecated ? " Deprecated." : "";
  return [
    codeSpan(parameter.name),
    parameter.in,
    schemaWords(scope, schema),
    parameter.required ? "yes" : "",
    `${schemaSentence(scope, schema, parameter.description)}${deprecated}`.trim(),
  ];
}

/** What an operation is answered: a row for each status, and below it the headers and bodies that have something to tell. */
export function answerParts(scope: PageScope, responses: readonly Response[]): readonly string[] {
  if (responses.length === 0) return [];
  const rows = responses.map((response) => [
    codeSpan(response.status),
    `${siteLine(scope, response.summary ?? response.description)}${assumedNote(response)}`.trim(),
    contentLine(scope, response.content),
  ]);
  const details = responses.flatMap((response) => detailParts(scope, response));
  return [heading(2, "Answers"), table(["Status", "When", "Body"], rows), ...details];
}

function assumedNote({ assumed }: Response): string {
  return assumed === undefined ? "" : " (Assumed: the documentation does not state it.)";
}

function detailParts(scope: PageScope, response: Response): readonly string[] {
  const headers = response.headers.map((header) => [
    codeSpan(header.name),
    schemaWords(scope, header.schema.json as Json),
    header.required ? "yes" : "",
    schemaSentence(scope, header.schema.json as Json, header.description),
  ]);
  const bodies = response.content.flatMap((mediaType) => {
    const parts = contentParts(scope, [mediaType]);
    return parts.length > 1 ? parts : [];
  });
  if (headers.length === 0 && bodies.length === 0) return [];
  const shown = headers.length === 0 ? [] : [table(["Header", "Type", "Always", "What it is"], headers)];
  return [heading(3, codeSpan(response.status)), ...shown, ...bodies];
}
