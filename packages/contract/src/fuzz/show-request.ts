import { writeBody } from "../wire/body.js";
import type { CaseRequest, Secret } from "../wire/case-request.js";
import { wireForm } from "../wire/wire-form.js";

/** Names the environment variable of a security scheme. */
export type VariableOf = (scheme: string) => string;

/** A request as a command line of curl. Credentials are the environment variables that they came from. */
export async function asCurl(url: string, request: CaseRequest, variableOf: VariableOf): Promise<string> {
  const basic = request.secrets.filter(({ value }) => typeof value !== "string");
  const named = request.secrets
    .filter(({ value }) => typeof value === "string")
    .map((one) => asVariable(one, variableOf));
  const form = wireForm({ ...request, secrets: named }, encodeURIComponent);
  const query = form.query.map(([name, value]) => `${name}=${value}`).join("&");
  const target = `${url.replace(/(?<!\/)\/+$/, "")}${form.path}${query === "" ? "" : `?${query}`}`;
  const cookies = form.cookies.map(([name, value]) => `${name}=${value}`).join("; ");
  const body = request.body === undefined ? undefined : await writeBody(request.body, request.operation);
  const headers = [
    ...form.headers,
    ...(cookies === "" ? [] : [["Cookie", cookies] as const]),
    ...(body === undefined ? [] : [["Content-Type", body.contentType] as const]),
  ];
  const parts = [
    `curl -X ${form.method} ${quoted(target)}`,
    ...basic.map(({ scheme }) => `-u "$${variableOf(scheme.name)}"`),
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${quoted(plain(body.bytes.toString("utf8")))}`]),
  ];
  return request.secrets.reduce(
    (text, { scheme }) => text.replaceAll(stand(variableOf(scheme.name)), `'"$${variableOf(scheme.name)}"'`),
    parts.join(" "),
  );
}

/** Stands for a variable until everything is quoted. */
function stand(variable: string): string {
  return `__${variable}__`;
}

function asVariable(secret: Secret, variableOf: VariableOf): Secret {
  return { ...secret, value: stand(variableOf(secret.scheme.name)) };
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A request as a call of a generated package's client. */
export function asCall({ operation, arguments: given, body }: CaseRequest): string {
  const input: Record<string, unknown> = {};
  for (const place of ["path", "query", "header", "cookie"]) {
    const own = given.filter(({ parameter }) => parameter.in === place);
    if (own.length > 0) input[place] = Object.fromEntries(own.map(({ parameter, value }) => [parameter.name, value]));
  }
  if (body !== undefined) input.body = body.value;
  const isFirst = body === undefined || operation.requestBody?.content[0]?.name === body.mediaType;
  if (!isFirst) input.contentType = body.mediaType;
  const text = Object.keys(input).length === 0 ? "" : plain(JSON.stringify(input));
  return `client.${operation.name}(${text})`;
}

/** Nothing that a terminal would not show: JSON and JavaScript both read it as what it was. */
function plain(json: string): string {
  return json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
