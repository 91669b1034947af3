import { createHash } from "node:crypto";
import { maximumFileSize } from "@facsimile/document";
import { visible } from "@facsimile/document/diagnostics";
import { isCredentialName } from "../credential-names.js";

/** How long a download may take as a whole, in milliseconds. */
const downloadTimeout = 30_000;

/** What came, and its digest as `integrity` is written (Subresource Integrity, W3C). */
export interface Download {
  readonly bytes: Uint8Array;
  readonly integrity: string;
}

/**
 * Downloads a document over https, or over http from this machine. One redirect is followed, to such a URL again.
 *
 * @throws Error in a sentence for a person: that something else came than a document, that it took too long, or was too large
 */
export async function download(url: URL, signal: AbortSignal): Promise<Download> {
  const came = await tryDownload(url, signal);
  if ("failure" in came) throw new Error(`${shownUrl(url)}: ${came.failure}.`);
  return { bytes: came.bytes, integrity: digestOf(came.bytes) };
}

/** The same, where that nothing came is no end: `failure` is then why, in a clause about the URL. */
export async function tryDownload(
  url: URL,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array } | { readonly failure: string }> {
  const limit = AbortSignal.timeout(downloadTimeout);
  try {
    const ended = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    return { bytes: await bytesOf(await request(url, ended)) };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** As `integrity` is written. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** The URL of a document, without anything secret in it: it is printed, and is in what is committed. A fragment is not sent, and left out. Undefined for anything else. */
export function documentUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined) url.hash = "";
  return url !== undefined && url.username === "" && url.password === "" && isAllowed(url) ? url : undefined;
}

/** A URL as it is printed: without what its query has for a credential, as signed addresses do. */
export function shownUrl({ href, search }: URL): string {
  const shown = search.replace(/(?<=^\?|&)([^=&]*)=[^&]*/g, (all, name: string) =>
    isCredentialName(name) || secretInQuery.test(name) ? `${name}=…` : all,
  );
  return href.replace(search, () => shown);
}

/** What is secret in a query, and says too little elsewhere. */
const secretInQuery = /^(?:key|code|otp|pass|pin|pwd)$|pass(?:phrase|code)$|assertion$/i;

function isAllowed({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname));
}

/** Something that is wrong with what came, in a clause. */
class Refusal extends Error {}

async function request(url: URL, signal: AbortSignal): Promise<Response> {
  const first = await ask(url, signal);
  const location = first.status >= 300 && first.status < 400 ? first.headers.get("location") : null;
  if (location === null) return succeeded(first);
  await first.body?.cancel();
  const target = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
  const next = target === undefined ? undefined : documentUrl(target.href);
  if (next === undefined)
    throw new Refusal(`leads to ${visible(JSON.stringify(placeOf(target)))}, which is not followed`);
  return succeeded(await ask(next, signal));
}

/** Asks once more where the connection is lost: one that was kept open may have been closed by the server meanwhile (RFC 9110, 9.2.2). */
async function ask(url: URL, signal: AbortSignal): Promise<Response> {
  const init = { signal, redirect: "manual" } as const;
  return await fetch(url, init).catch((error: unknown) => {
    if (!isLost(error)) throw error;
    return fetch(url, init);
  });
}

function isLost(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && "code" in cause && ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"].includes(String(cause.code))
  );
}

/** Where something leads, without anything that may be secret. */
function placeOf(target: URL | undefined): string {
  return target === undefined ? "no URL" : `${target.protocol}//${target.host}${target.pathname}`;
}

async function succeeded(response: Response): Promise<Response> {
  if (response.ok) return response;
  await response.body?.cancel();
  const isRedirect = response.status >= 300 && response.status < 400;
  throw new Refusal(isRedirect ? "leads on more than once" : `answers with ${response.status}`);
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maximumFileSize) throw new Refusal(`is larger than ${maximumFileSize / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Error && error.name === "TimeoutError") return `took more than ${downloadTimeout / 1000} s`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return `cannot be downloaded (${visible(cause instanceof Error ? cause.message : String(cause))})`;
}
