import { isSchemaObject, modernSchema, type Operation, type Parameter } from "@facsimile/document";
import type { PropertyType } from "../../print/index.js";
import { comment } from "../../print/index.js";
import { schemaFacts } from "./facts.js";

/** Puts the documentation of an operation, its parameters and its responses on its type. */
export function annotateOperation(property: PropertyType, operation: Operation): PropertyType {
  const annotated = changeMember(property, "parameters", (parameters) =>
    operation.parameters.reduce((group, parameter) => {
      return changeMember(group, parameter.in, (place) =>
        changeMember(place, parameter.name, (member) => withParameter(member, parameter)),
      );
    }, parameters),
  );
  const { requestBody, responses } = operation;
  const withBody = changeMember(annotated, "requestBody", (body) => ({
    ...body,
    comment: comment(requestBody?.description),
  }));
  const withResponses = changeMember(withBody, "responses", (group) =>
    responses.reduce((all, { status, description }) => {
      return changeMember(all, status, (response) => ({ ...response, comment: comment(description) }));
    }, group),
  );
  return { ...withResponses, comment: comment(operation.summary) };
}

function withParameter(member: PropertyType, parameter: Parameter): PropertyType {
  return {
    ...member,
    comment: comment(...parameterBlocks(parameter), parameter.deprecated ? { tag: "deprecated" } : undefined),
  };
}

/** What there is to say about a parameter, beyond its type. */
export function parameterBlocks({ description, schema }: Parameter): readonly (string | undefined)[] {
  const json = modernSchema(schema.json, "3.1");
  const facts = isSchemaObject(json) ? schemaFacts(json) : [];
  return [description, facts.length === 0 ? undefined : `${facts.join(". ")}.`];
}

function changeMember(
  property: PropertyType,
  name: string,
  change: (member: PropertyType) => PropertyType,
): PropertyType {
  const { type } = property;
  if (type.kind !== "object") return property;
  const properties = type.properties.map((member) => (member.name === name ? change(member) : member));
  return { ...property, type: { ...type, properties } };
}
