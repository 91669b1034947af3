import type { HeaderLine, RawAnswer } from "@facsimile/mock/wire";
import type { Distortion } from "../cases/case.js";
import { type WireBody, writeBody } from "../wire/body.js";
import type { CaseRequest } from "../wire/case-request.js";
import { preferHeader } from "../wire/case-request.js";
import { type SendLimits, send } from "../wire/send.js";
import { wireForm } from "../wire/wire-form.js";

/**
 * Sends a request as it is, past everything that a client would mend or refuse, and distorted where a case says so. Resolves when the
 * answer is complete.
 */
export async function sendRaw(
  baseUrl: string,
  request: CaseRequest,
  distortion: Distortion = {},
  limits?: SendLimits,
): Promise<RawAnswer> {
  const form = wireForm(request, encodeURIComponent);
  const query = form.query.map(([name, value]) => `${name}=${value}`).join("&");
  const body = await bodyOf(request, distortion);
  const headers: HeaderLine[] = [...form.headers, ...(distortion.headers ?? [])];
  if (form.cookies.length > 0)
    headers.push(["Cookie", form.cookies.map(([name, value]) => `${name}=${value}`).join("; ")]);
  if (request.accept !== undefined) headers.push(["Accept", request.accept]);
  const [prefer, asked] = preferHeader(request);
  if (asked !== undefined) headers.push([prefer, asked]);
  if (body !== undefined)
    headers.push(["Content-Type", body.contentType], ["Content-Length", String(body.bytes.length)]);
  const target = distortion.target ?? `${form.path}${query === "" ? "" : `?${query}`}`;
  const method = distortion.method ?? form.method;
  return send(new URL(baseUrl), { method, target, headers, body: body?.bytes }, limits);
}

async function bodyOf({ body, operation }: CaseRequest, distortion: Distortion): Promise<WireBody | undefined> {
  const written = body === undefined ? undefined : await writeBody(body, operation);
  const contentType = distortion.contentType ?? written?.contentType;
  const bytes = distortion.body === undefined ? written?.bytes : Buffer.from(distortion.body);
  return contentType === undefined || bytes === undefined ? undefined : { contentType, bytes };
}
