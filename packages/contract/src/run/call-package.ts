import type { ClientPlaces } from "@facsimile/mock/wire";
import type { CallForm, PagesCase } from "../cases/case.js";
import type { CaseRequest } from "../wire/case-request.js";
import { preferHeader } from "../wire/case-request.js";
import type { BuiltPackage, ClientSettings, Method, PagesOfList } from "./built-package.js";

/** How a package is called. */
export interface Manner {
  /** Default: the method. */
  readonly form?: CallForm | undefined;
  /** Whether the caller's signal is aborted before the call. Default: there is no signal. */
  readonly aborted?: boolean | undefined;
}

/** Where a client sends its requests: to a place that it is told, or to what stands for the network. */
type Place = ClientPlaces | Pick<ClientSettings, "fetch">;

/** Calls an operation through the package, with the credentials of the case and no others. */
export async function callPackage(
  subject: BuiltPackage,
  place: Place,
  request: CaseRequest,
  { form = "method", aborted = false }: Manner = {},
): Promise<unknown> {
  const [input, options] = argumentsOf(request);
  return bind(subject, place, request, form)(input, { ...options, ...(aborted && { signal: AbortSignal.abort() }) });
}

/**
 * The pages of a list. Nothing is sent before they are iterated.
 *
 * @param fetch What sends the requests.
 */
export function pagesOf(
  subject: BuiltPackage,
  place: ClientPlaces,
  { form, request }: PagesCase,
  fetch: NonNullable<ClientSettings["fetch"]>,
): PagesOfList {
  const { name, pagesName = "" } = request.operation;
  const settings = { ...settingsOf(place, request), fetch };
  const call = form === "method" ? subject.create(settings)[name]?.pages : functionNamed(subject, pagesName, settings);
  if (call === undefined) throw new Error(`The method ${name} of ${subject.name} has no pages.`);
  // What is made of it finds out whether these are pages.
  return call(...argumentsOf(request)) as PagesOfList;
}

function bind(subject: BuiltPackage, place: Place, request: CaseRequest, form: CallForm): Method {
  const { name } = request.operation;
  const settings = settingsOf(place, request);
  if (form === "function") return functionNamed(subject, name, settings);
  const method = subject.create(settings)[name];
  if (method === undefined) throw new Error(`The client of ${subject.name} has no method ${name}.`);
  return method;
}

/** A function with its client. */
function functionNamed(subject: BuiltPackage, name: string, settings: ClientSettings): Method {
  const { functions, names } = subject;
  const found = functions[name];
  const createClient = functions[names.createClient];
  if (found === undefined || createClient === undefined)
    throw new Error(`${subject.name}/functions has no ${found === undefined ? name : names.createClient}.`);
  return (...args) => found(createClient(settings), ...args);
}

function settingsOf(place: Place, { secrets }: CaseRequest): ClientSettings {
  return {
    ...place,
    credentials: Object.fromEntries(secrets.map(({ scheme, value }) => [scheme.credential, value])),
    retry: false,
    strict: true,
  };
}

function argumentsOf(request: CaseRequest): readonly [input: unknown, options: object] {
  const { accept } = request;
  const [prefer, asked] = preferHeader(request);
  const headers = {
    ...(asked === undefined ? {} : { [prefer]: asked }),
    ...(accept === undefined ? {} : { Accept: accept }),
  };
  return [inputOf(request), { headers }];
}

/** The input of a package's method: parameters by place, the body, and its content type where it is not the first one. Undefined where empty. */
function inputOf(request: CaseRequest): Readonly<Record<string, unknown>> | undefined {
  const input: Record<string, unknown> = {};
  for (const place of ["path", "query", "header", "cookie"]) {
    const given = request.arguments.filter(({ parameter }) => parameter.in === place);
    if (given.length > 0)
      input[place] = Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value]));
  }
  if (request.body !== undefined) {
    input.body = request.body.value;
    const isFirst = request.operation.requestBody?.content[0]?.name === request.body.mediaType;
    if (!isFirst) input.contentType = request.body.mediaType;
  }
  return Object.keys(input).length === 0 ? undefined : input;
}
