import type { FactValue } from "../../facts/fact.js";
import { child } from "../../spec/json.js";
import { contentOf, isSuccess, resolve, type SpecResponse } from "../../spec/operations.js";
import { propertyPlaces, requiredPlace, typesOf, viewSchema } from "../../spec/schema-view.js";
import { type Answer, confirmed, contradicted, every, missing } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { matchType } from "../match-type.js";
import { matchEnum } from "../match-values.js";
import { checkContent, checkHeader } from "./response.js";

const isError = (status: string): boolean => /^[45]|^default$/i.test(status);

/** Holds every response of the given statuses, in whichever operation, against a fact. */
function onResponses(
  which: (status: string, name: string) => boolean,
  check: (compared: Compared, response: SpecResponse, names: readonly string[], value: FactValue) => Answer,
): Check {
  return (compared, names, value) => {
    const [name = ""] = names;
    const responses = compared.operations.flatMap((operation) =>
      operation.responses.filter(({ status }) => which(status, name)),
    );
    const [first] = responses;
    if (first === undefined)
      return missing("/paths", `documents no ${name === "" ? "error status" : `status ${name}`}`);
    return every(
      first.at,
      responses.map((response) => check(compared, response, names, value)),
    );
  };
}

const thisStatus = (status: string, name: string): boolean => status === name;

const checkType = onResponses(isError, (_, response, __, value) => {
  const content = contentOf(response);
  const other = content.find(({ type }) => type !== value);
  if (other !== undefined)
    return contradicted(other.pointer, `answers the status ${response.status} with ${other.type}`);
  return content.length === 0
    ? missing(response.at, `gives the status ${response.status} no body`)
    : confirmed(response.at, ...content.map(({ pointer }) => pointer));
});

/** Holds one property of the body of a status against a fact. */
function onProperty(check: (compared: Compared, schema: string, property: string, value: FactValue) => Answer): Check {
  return onResponses(thisStatus, (compared, response, [status = "", property = ""], value) => {
    const content = contentOf(response);
    if (content.length === 0) return missing(response.at, `gives the status ${status} no body`);
    return every(
      response.at,
      content.map(({ pointer }) => {
        const view = viewSchema(compared.json, child(pointer, "schema"));
        if (typesOf(view.node).join() !== "object")
          return contradicted(view.pointer, `gives the body of ${status} no object`);
        if (!propertyPlaces(compared.json, view.pointer).has(property))
          return missing(view.pointer, `gives the body of ${status} no property ${property}`);
        const answer = check(compared, view.pointer, property, value);
        const around = [child(view.pointer, "type"), ...view.references.flatMap(({ at, target }) => [at, target])];
        return answer.verdict === "confirmed" ? confirmed(answer.pointer, ...answer.supports, ...around) : answer;
      }),
    );
  });
}

const checkRequired = onProperty((compared, schema, property) => {
  const claim = requiredPlace(compared.json, schema, property);
  return claim === undefined
    ? contradicted(child(schema, "properties", property), "does not require it")
    : confirmed(claim);
});

/** Operations that return nothing have no body at a status. */
const checkVoidStatus: Check = (compared, _, value) => {
  const names = compared
    .namesBelow("operation")
    .filter((name) => compared.fact("operation", name, "returns") === "void");
  const responses = names.flatMap(
    (name) => compared.operation(name)?.responses.filter(({ status }) => status === value) ?? [],
  );
  return every(
    "/paths",
    responses.map((response) => checkContent(compared, response, "void")),
  );
};

/** A spec that has a success where the pages list none has to say that it is assumed. */
const checkNoSuccess: Check = (compared, _, value) => {
  const names = Array.isArray(value) ? value.map(String) : [];
  return every(
    "/paths",
    names.map((name): Answer => {
      const operation = compared.operation(name);
      if (operation === undefined) return missing("/paths", `has no operation ${name}`);
      const stated = operation.responses.find(({ status, pointer, at }) => {
        return (
          isSuccess(status) &&
          compared.at(pointer)["x-assumed"] === undefined &&
          compared.at(at)["x-assumed"] === undefined
        );
      });
      return stated === undefined
        ? confirmed(operation.pointer)
        : contradicted(stated.at, `documents the status ${stated.status} without a word that it is assumed`);
    }),
  );
};

export const errorChecks: Checks = {
  "errors/header": onResponses(isError, (compared, response, _, value) =>
    checkMessage(compared, response, String(value)),
  ),
  "errors/body": onResponses(isError, (compared, response, _, value) => checkContent(compared, response, value)),
  "errors/content-type": checkType,
  "errors/status/*/body": onResponses(thisStatus, (compared, response, _, value) =>
    checkContent(compared, response, value),
  ),
  "errors/status/*/property/*/type": onProperty((compared, schema, property, value) => {
    const at = child(schema, "properties", property);
    return every(at, [confirmed(at), matchType(compared, value, at)]);
  }),
  "errors/status/*/property/*/enum": onProperty((compared, schema, property, value) => {
    return matchEnum(compared, value, child(schema, "properties", property));
  }),
  "errors/status/*/property/*/required": checkRequired,
  "returns-void/status": checkVoidStatus,
  "no-success-status": checkNoSuccess,
};

/** The statement is about a readable message that every error carries: the header is text, and always there. */
function checkMessage(compared: Compared, response: SpecResponse, name: string): Answer {
  const answer = checkHeader(compared, response, name);
  if (answer.verdict !== "confirmed") return answer;
  const header = resolve(compared.json, answer.pointer);
  const schema = child(header.pointer, "schema");
  return every(answer.pointer, [
    answer,
    matchType(compared, "string", schema),
    confirmed(child(header.pointer, "required")),
  ]);
}
