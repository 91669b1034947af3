import { InvalidRequestError } from "../errors/invalid-request.js";
import type { BodyReader, Operation, RequestWriter, ResponseDescription } from "../operation.js";
import { isJson } from "../response/media-type.js";
import { readAnyBody, readJsonBody } from "../response/read.js";
import { faultsOf } from "./evaluate.js";
import { describeFaults } from "./outcome.js";
import type { Schema } from "./standard.js";

/** What a document says of the values of an operation. */
export interface OperationSchemas {
  /** Of all that it takes. */
  readonly input?: Schema;
  /** Of the JSON of its answers, by `200`, `4XX` or `default`, as in the document. */
  readonly answers?: Readonly<Record<string, Schema>>;
}

/** By id, method and path, as the description of an operation has them: `getUser GET /users/{id}`. */
export type DescribedOperations = Readonly<Record<string, OperationSchemas>>;

type Check = (described: DescribedOperations, operation: Operation<never>) => Operation<never>;

/** Holds the answers of an operation against their schemas: of this the option `validate` is made. */
export const checkAnswers: Check = /* @__PURE__ */ checking((operation, { answers = {} }) => ({
  ...operation,
  ...responsesOf(operation, answers),
}));

/** Holds what an operation takes against its schema before it is sent, and its answers too: of this the option `validate` is made. */
export const checkCalls: Check = /* @__PURE__ */ checking((operation, { input, answers = {} }) => ({
  ...operation,
  ...responsesOf(operation, answers),
  write: [...(input === undefined ? [] : [inputChecker(input)]), ...(operation.write ?? [])],
}));

/** What surrounds an operation is the same each time. */
function checking(surround: (operation: Operation<never>, schemas: OperationSchemas) => Operation<never>): Check {
  const known = new WeakMap<OperationSchemas, WeakMap<Operation<never>, Operation<never>>>();
  return (described, operation) => {
    const { id, method, path } = operation;
    const schemas = described[`${id} ${method} ${path}`];
    if (schemas === undefined) return operation;
    const ofSchemas = known.get(schemas) ?? new WeakMap<Operation<never>, Operation<never>>();
    const surrounded = ofSchemas.get(operation) ?? surround(operation, schemas);
    known.set(schemas, ofSchemas.set(operation, surrounded));
    return surrounded;
  };
}

function inputChecker(own: Schema): RequestWriter {
  return (_draft, _operation, input) => {
    const faults = faultsOf(own, input);
    if (faults.length > 0)
      throw new InvalidRequestError(`the input does not fit the document: ${describeFaults(faults)}`);
  };
}

function responsesOf(
  { responses }: Operation<never>,
  answers: Readonly<Record<string, Schema>>,
): Pick<Operation, "responses"> {
  const checked = Object.entries(responses).map(([status, response]): [string, ResponseDescription] => {
    const own = answers[status];
    const { content } = response;
    if (own === undefined || content === undefined) return [status, response];
    const readers = Object.entries(content).map(([type, read]): [string, BodyReader] => [
      type,
      checkedReader(own, read),
    ]);
    return [status, { ...response, content: Object.fromEntries(readers) }];
  });
  return { responses: Object.fromEntries(checked) };
}

/** Reads as before; a value that does not fit is handed over with what is wrong. Only JSON is held against a schema. */
function checkedReader(own: Schema, read: BodyReader): BodyReader {
  if (read !== readJsonBody && read !== readAnyBody) return read;
  return async (bytes, text, mediaType, response) => {
    const body = await read(bytes, text, mediaType, response);
    if (!("value" in body) || (read === readAnyBody && !isJson(mediaType))) return body;
    const faults = faultsOf(own, body.value);
    return faults.length > 0
      ? { ...body, failure: { reason: `does not fit the document: ${describeFaults(faults)}` } }
      : body;
  };
}
