import type { FactValue } from "../../facts/fact.js";
import { child, isObject } from "../../spec/json.js";
import {
  contentOf,
  emptyStatuses,
  isSuccess,
  resolve,
  type SpecOperation,
  type SpecResponse,
} from "../../spec/operations.js";
import { viewSchema } from "../../spec/schema-view.js";
import { type Answer, assumed, confirmed, contradicted, every, missing } from "../answer.js";
import type { Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { matchType } from "../match-type.js";
import { onOperation } from "./operation.js";

/** The answers that carry what an operation returns: the documented successes, or what the spec has where pages list no statuses. */
function successes(compared: Compared, operation: SpecOperation, name: string): readonly SpecResponse[] {
  const documented = compared.namesBelow("operation", name, "status");
  const named = documented.length === 0 ? operation.responses.map(({ status }) => status) : documented;
  const wanted = named.some(isSuccess) ? named.filter(isSuccess) : named.filter((status) => status === "default");
  return operation.responses.filter(({ status }) => wanted.includes(status));
}

const checkReturns = onOperation((compared, operation, [name = ""], value) => {
  if (value === "void") return checkVoid(operation);
  const answers = successes(compared, operation, name).filter(({ status }) => !emptyStatuses.has(status));
  const [first] = answers;
  if (first === undefined)
    return missing(child(operation.pointer, "responses"), "documents no success that could return it");
  return every(
    first.at,
    answers.map((response) => checkContent(compared, response, value)),
  );
});

/** No success of the operation has a body, documented or not. */
function checkVoid(operation: SpecOperation): Answer {
  const filled = operation.responses
    .filter(({ status }) => isSuccess(status))
    .flatMap((response) => contentOf(response).map(({ pointer }) => ({ pointer, response })));
  const [first] = filled;
  return first === undefined
    ? confirmed(operation.pointer)
    : contradicted(first.pointer, `gives the status ${first.response.status} a body`);
}

/** Every media type of an answer has a schema of the documented type. */
export function checkContent(compared: Compared, response: SpecResponse, value: FactValue): Answer {
  const content = contentOf(response);
  if (value === "void") {
    const [first] = content;
    return first === undefined
      ? confirmed(response.at)
      : contradicted(first.pointer, `gives the status ${response.status} a body`);
  }
  if (content.length === 0) return missing(response.at, `gives the status ${response.status} no body`);
  return every(
    response.at,
    content.map(({ pointer }) => matchType(compared, value, child(pointer, "schema"))),
  );
}

const checkStatus = onOperation((compared, operation, [, status = ""], value) => {
  const response = operation.responses.find((each) => each.status.toUpperCase() === status.toUpperCase());
  if (response === undefined)
    return missing(child(operation.pointer, "responses"), `does not document the status ${status}`);
  const text = compared.at(response.pointer).description;
  const described = typeof text === "string" && text.trim() !== "";
  return described || value === null
    ? confirmed(response.at)
    : missing(response.pointer, `gives the status ${status} no description`);
});

/** A response header. The pages say nothing about its schema: it is text, or whatever a sentence about it says. */
export function checkHeader(compared: Compared, response: SpecResponse, name: string): Answer {
  const headers = compared.at(response.pointer).headers;
  if (!isObject(headers) || !Object.hasOwn(headers, name))
    return missing(response.at, `gives the status ${response.status} no header ${name}`);
  const header = resolve(compared.json, child(response.pointer, "headers", name));
  const schema = viewSchema(compared.json, child(header.pointer, "schema"));
  const text = schema.node.type === "string" ? [child(schema.pointer, "type")] : [];
  return confirmed(header.at, ...text);
}

const checkStatusBody = onOperation((compared, operation, [, status = ""], value) => {
  const response = operation.responses.find((each) => each.status.toUpperCase() === status.toUpperCase());
  return response === undefined
    ? missing(child(operation.pointer, "responses"), `does not document the status ${status}`)
    : checkContent(compared, response, value);
});

const checkStatusHeader = onOperation((compared, operation, [, status = "", header = ""]) => {
  const response = operation.responses.find((each) => each.status.toUpperCase() === status.toUpperCase());
  if (response === undefined)
    return missing(child(operation.pointer, "responses"), `does not document the status ${status}`);
  return checkHeader(compared, response, header);
});

/** The media types of all answers of an operation are the ones that it accepts. */
const checkAccepts = onOperation((compared, operation, [name = ""], value) => {
  const content = operation.responses.flatMap((response) => contentOf(response));
  const returns = compared.fact("operation", name, "returns");
  const [first] = content;
  if (isEmptyList(value) && returns !== undefined && returns !== "void" && first !== undefined)
    return assumed(first.pointer, `answers with ${first.type}, and the page names no media type for what it returns`);
  return compareTypes(operation, content, value, "answers with");
});

/** The media types of the request body. */
const checkContentTypes = onOperation((compared, operation, [name = ""], value) => {
  const content = operation.body === undefined ? [] : contentOf(operation.body);
  const [first] = content;
  const hasBody = compared.places(name).some(({ place }) => place === "body" || place === "field");
  if (isEmptyList(value) && hasBody && first !== undefined)
    return assumed(first.pointer, `takes ${first.type}, and the page names no media type for the request body`);
  return compareTypes(operation, content, value, "takes a request body as");
});

function isEmptyList(value: FactValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

function compareTypes(
  operation: SpecOperation,
  content: readonly { readonly type: string; readonly pointer: string }[],
  value: FactValue,
  verb: string,
): Answer {
  const documented = Array.isArray(value) ? value.map(String) : [];
  const extra = content.find(({ type }) => !documented.includes(type));
  if (extra !== undefined) return contradicted(extra.pointer, `${verb} ${extra.type}`);
  const lacking = documented.filter((type) => !content.some((each) => each.type === type));
  const says = `nowhere ${verb} ${lacking.join(", ")}`;
  return lacking.length > 0
    ? missing(operation.pointer, says)
    : confirmed(operation.pointer, ...content.map(({ pointer }) => pointer));
}

export const responseChecks: Checks = {
  "operation/*/returns": checkReturns,
  "operation/*/status/*": checkStatus,
  "operation/*/status/*/body": checkStatusBody,
  "operation/*/status/*/header/*": checkStatusHeader,
  "operation/*/accepts": checkAccepts,
  "operation/*/content-types": checkContentTypes,
  "wire/operation/*/accept": checkAccepts,
  "wire/operation/*/content-type": checkContentTypes,
};
