import { parsedJson } from "../body-values.js";
import { type ObservedBody, type Pairs, typeIn } from "../exchange.js";
import { member, textAt } from "../json-member.js";
import { secretsInText } from "../secret-places.js";
import { type Collection, pairsIn } from "./collection.js";

/** The body of a request, in any of the modes of Postman. Undefined where none was sent. */
export function requestBody(collection: Collection, body: unknown, headers: Pairs): ObservedBody | undefined {
  const mode = textAt(body, "mode");
  if (mode === undefined || member(body, "disabled") === true) return undefined;
  const stated = typeIn(headers);
  if (mode === "urlencoded" || mode === "formdata") {
    const fields = pairsIn(collection, body, mode);
    const type = mode === "urlencoded" ? "application/x-www-form-urlencoded" : "multipart/form-data";
    return fields.length === 0 ? undefined : { type, text: undefined, fields };
  }
  if (mode === "file") return { type: stated, text: undefined, fields: undefined };
  const text =
    mode === "graphql" ? graphqlText(collection, body) : collection.variables.resolve(textAt(body, "raw") ?? "");
  collection.learn(secretsInText(text));
  const language = textAt(member(member(body, "options"), "raw"), "language");
  const type = stated ?? (language === "json" || mode === "graphql" ? "application/json" : undefined);
  return text.trim() === "" ? undefined : { type, text, fields: undefined };
}

/** What Postman makes of a query and its variables, which are a text of JSON. */
function graphqlText({ variables }: Collection, body: unknown): string {
  const given = member(body, "graphql");
  const query = textAt(given, "query");
  if (query === undefined) return "";
  const values = parsedJson(variables.resolve(textAt(given, "variables") ?? ""));
  const name = textAt(given, "operationName");
  const message = { query: variables.resolve(query), operationName: name, variables: values?.value };
  return JSON.stringify(message);
}
