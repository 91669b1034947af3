import type { Api, Operation } from "@facsimile/document";
import type { CompileError, PrismPart } from "@facsimile/mock";

/** The JSON pointer of the schema that Prism names in its own terms; of the operation, where the model has no such part. */
export function pointerOf(api: Api, { method, path, part }: Pick<CompileError, "method" | "path" | "part">): string {
  const operation = api.operations.find((candidate) => candidate.method === method && candidate.pathKey === path);
  if (operation === undefined) return "";
  return schemaPointer(operation, part) ?? operation.pointer;
}

function schemaPointer(operation: Operation, part: PrismPart): string | undefined {
  if (part.kind === "parameter") {
    return operation.parameters.find((parameter) => parameter.in === part.in && parameter.name === part.name)?.schema
      .pointer;
  }
  if (part.kind === "requestBody") {
    return operation.requestBody?.content.find(({ name }) => name === part.mediaType)?.schema?.pointer;
  }
  const response = operation.responses.find(({ status }) => status === part.status);
  if (part.kind === "response") return response?.content.find(({ name }) => name === part.mediaType)?.schema?.pointer;
  return response?.headers.find(({ name }) => name === part.name)?.schema.pointer;
}
