import { operationName } from "@facsimile/codegen";
import type { CaseRequest } from "../cases/case.js";
import type { BuiltPackage } from "./built-package.js";

/** Calls an operation through the package, with the credentials of the case and no others. */
export async function callPackage(subject: BuiltPackage, baseUrl: string, request: CaseRequest): Promise<unknown> {
  const credentials = Object.fromEntries(request.secrets.map(({ scheme, value }) => [scheme.name, value]));
  const client = subject.create({ baseUrl, credentials, retry: false });
  const name = operationName(request.operation.id);
  const method = client[name];
  if (method === undefined) throw new Error(`The client of ${subject.name} has no method ${name}.`);
  const { accept, prefer } = request;
  const headers = {
    ...(prefer === undefined ? {} : { Prefer: preferHeader(prefer) }),
    ...(accept === undefined ? {} : { Accept: accept }),
  };
  const options = { headers };
  return takesInput(request) ? method(inputOf(request), options) : method(options);
}

/** What Prism is asked for (RFC 7240 gives the header its form). */
export function preferHeader({ code, example }: NonNullable<CaseRequest["prefer"]>): string {
  return `code=${code}${example === undefined ? "" : `, example=${example}`}`;
}

/** An operation without parameters and body has methods that take options alone. */
export function takesInput({ operation }: CaseRequest): boolean {
  return operation.parameters.length > 0 || operation.requestBody !== undefined;
}

/** The input of a package's method: parameters by place, the body, and its content type where it is not the first one. Undefined where empty. */
export function inputOf(request: CaseRequest): Readonly<Record<string, unknown>> | undefined {
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
