import { type HttpHandler, HttpResponse, http } from "msw";
import { MockError } from "./mock-error.js";
import type { MockFetch } from "./mock-fetch.js";

/**
 * A handler of Mock Service Worker for what is sent to an API: it answers as it was told by `on`. A request that the document refuses, or that nothing is told for, is
 * answered with 500, whose text says why.
 *
 * @param baseUrl Where the client goes.
 */
export function mswHandlers(api: MockFetch, baseUrl: string): readonly HttpHandler[] {
  return [
    http.all(`${baseUrl.replace(/(?<!\/)\/+$/, "")}/*`, async ({ request }) => {
      const { method, headers, signal, url } = request;
      const body = request.body === null ? undefined : await request.arrayBuffer();
      try {
        const init = { method, headers: Object.fromEntries(headers), signal, ...(body && { body }) };
        // A cast because what `on` has told is a Response.
        return (await api.fetch(url, init)) as Response;
      } catch (error) {
        return error instanceof MockError ? new HttpResponse(error.message, { status: 500 }) : HttpResponse.error();
      }
    }),
  ];
}
