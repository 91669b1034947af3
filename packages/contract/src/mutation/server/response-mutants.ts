import { child, type Operation } from "@facsimile/document";
import type { ServerMutant } from "../mutant.js";
import { childrenAt, move, remove, renameContent } from "./edit.js";
import { seeder } from "./seed.js";

/** The server answers otherwise: a response less, with another status, another media type, a header less. */
export function responseMutants(operation: Operation): readonly ServerMutant[] {
  const seed = seeder(operation);
  const responses = `${operation.pointer}/responses`;
  return operation.responses.flatMap(({ status, pointer, headers, content }) => [
    // A response may be a component: what is removed is the reference that the operation has.
    ...seed(operation.responses.length > 1, "response removed", status, pointer, (document) =>
      remove(document, child(responses, status)),
    ),
    ...seed(true, "status changed", status, pointer, (document) =>
      move(childrenAt(document, responses), status, status.startsWith("2") ? "299" : "599"),
    ),
    ...seed(content.length > 0, "response media type renamed", status, pointer, (document) =>
      renameContent(document, pointer),
    ),
    ...headers
      .filter(({ required }) => required)
      .flatMap(({ name }) =>
        seed(true, "response header removed", `${status} ${name}`, pointer, (document) =>
          remove(document, child(`${pointer}/headers`, name)),
        ),
      ),
  ]);
}
