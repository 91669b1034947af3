import { essence, isJson } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";
import { decoded, type Found } from "./find-operation.js";

/** A request that arrived. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /**
   * The value of JSON, a `FormData` for `multipart/form-data`, a text where the content type is one of texts or forms, else a `Blob`. What is not what
   * its content type says is a text or a `Blob`; `undefined` where there is none.
   */
  readonly body: unknown;
}

/** The same, and what it is held against a document by. */
export interface ReadRequest {
  readonly sent: SentRequest;
  /** The text of each path parameter, still encoded. */
  readonly path: Found["path"];
  /** The fields of a form; undefined where the body is none. */
  readonly fields: readonly Pair[] | undefined;
  /** Why the body is not what its content type says. */
  readonly fault: string | undefined;
}

type ReadBody = Pick<ReadRequest, "fields" | "fault"> & Pick<SentRequest, "body">;

export async function readRequest(request: Request, path: Found["path"]): Promise<ReadRequest> {
  const { method, url, headers } = request;
  const { body, fields, fault } = await readBody(request);
  const parameters = Object.fromEntries([...path].map(([name, text]) => [name, decoded(text)]));
  const query = new URL(url).searchParams;
  return { sent: { method, url, headers, path: parameters, query, body }, path, fields, fault };
}

async function readBody(request: Request): Promise<ReadBody> {
  const type = request.headers.get("content-type") ?? "";
  const plain = { fields: undefined, fault: undefined };
  if (request.body === null) return { ...plain, body: undefined };
  if (essence(type) === "multipart/form-data") return readMultipart(request);
  if (!isJson(type) && !isText(type)) return { ...plain, body: await request.blob() };
  const text = await request.text();
  if (text === "") return { ...plain, body: undefined };
  if (isJson(type)) return { ...plain, ...readJson(text) };
  const isForm = essence(type) === "application/x-www-form-urlencoded";
  return { ...plain, body: text, fields: isForm ? [...new URLSearchParams(text)] : undefined };
}

function isText(type: string): boolean {
  return texts.test(essence(type));
}

const texts = /^text\/|[/+](?:xml|yaml)$|^application\/(?:x-www-form-urlencoded|x-ndjson|jsonl|graphql|javascript)$/;

function readJson(text: string): Pick<ReadBody, "body" | "fault"> {
  try {
    return { body: JSON.parse(text), fault: undefined };
  } catch {
    return { body: text, fault: "it is no JSON" };
  }
}

async function readMultipart(request: Request): Promise<ReadBody> {
  const copy = request.clone();
  try {
    const body = await request.formData();
    const fields = [...body].map(
      async ([name, value]): Promise<Pair> => [name, typeof value === "string" ? value : await value.text()],
    );
    return { body, fields: await Promise.all(fields), fault: undefined };
  } catch {
    return { body: await copy.blob(), fields: undefined, fault: "it is no form" };
  }
}
