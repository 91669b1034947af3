import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { Readable } from "node:stream";
import { createCertificate } from "./certificate.js";

/** A `fetch` that trusts the bench's certificate. It is this small because Node's own can be told so only before it starts. */
export function trustingFetch(url: string, { method = "GET", headers, body, signal }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith("https:") ? requestHttps : requestHttp;
    const options = {
      method,
      headers: Object.fromEntries(new Headers(headers)),
      ca: createCertificate().cert,
      ...(signal && { signal }),
    };
    request(url, options, (answer) => {
      const received = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, `${value}`]);
      const { statusCode: status = 0 } = answer;
      // A cast because the types of Node's streams and the web's are told apart. With 204 there must be none (Fetch, "null body status").
      const content = status === 204 ? null : (Readable.toWeb(answer) as ReadableStream);
      resolve(new Response(content, { status, headers: received }));
    })
      .on("error", reject)
      .end(body ?? undefined);
  });
}
