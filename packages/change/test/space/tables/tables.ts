import type { Tables } from "../cells.js";
import { accessTables } from "./access.js";
import { answerTables } from "./answers.js";
import { bodyTables } from "./bodies.js";
import { documentTables } from "./documents.js";
import { encodingTables } from "./encodings.js";
import { operationTables } from "./operations.js";
import { parameterTables } from "./parameters.js";
import { schemaTables } from "./schemas.js";
import { wordTables } from "./words.js";

/** What every edit of every field means. */
export const tables: Tables = {
  ...documentTables,
  ...wordTables,
  ...operationTables,
  ...parameterTables,
  ...bodyTables,
  ...encodingTables,
  ...answerTables,
  ...schemaTables,
  ...accessTables,
};

/** Rules that no edit of one field reports. */
export const beyondOneEdit: Readonly<Record<string, string>> = {
  "document-unread": "an edit of a field that can be read leaves nothing unread",
  "operation-removed-after-sunset": "the operation has to be deprecated and its `x-sunset` to have passed",
  "path-parameters-swapped": "two names in one path change their places",
  "required-property-added": "the property comes with its name in `required`",
  "required-property-removed": "the property goes with its name in `required`",
  "schema-changed": "alternatives take the place of a schema without any",
};
