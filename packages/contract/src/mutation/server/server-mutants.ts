import type { Api, JsonObject } from "@facsimile/document";
import type { ServerMutant } from "../mutant.js";
import { componentMutants } from "./component-mutants.js";
import { operationMutants } from "./operation-mutants.js";
import { parameterMutants } from "./parameter-mutants.js";
import { responseMutants } from "./response-mutants.js";
import { securityMutants } from "./security-mutants.js";

/** Differences between the document that the server follows and the one that the client was made from. */
export function serverMutants(document: JsonObject, api: Api): readonly ServerMutant[] {
  return [
    ...api.operations.flatMap((operation) => [
      ...operationMutants(operation),
      ...operation.parameters.flatMap((parameter) => parameterMutants(document, operation, parameter)),
      ...responseMutants(operation),
      ...securityMutants(operation),
    ]),
    ...api.schemaNames.flatMap((name) => componentMutants(document, api, name)),
  ];
}
