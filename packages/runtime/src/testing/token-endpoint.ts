import type { IncomingMessage, ServerResponse } from "node:http";
import { json, serve } from "./serve.js";

/** A request for tokens. */
export interface TokenRequest {
  readonly fields: Record<string, string>;
  readonly headers: IncomingMessage["headers"];
}

export type TokenAnswer = (asked: TokenRequest, response: ServerResponse, number: number) => void;

/** Starts a token endpoint on loopback that ends with the test, and keeps what it was asked. */
export async function tokenEndpoint(answer: TokenAnswer): Promise<{ tokenUrl: string; asked: TokenRequest[] }> {
  const asked: TokenRequest[] = [];
  const { url } = await serve(({ headers, body }, response, number) => {
    const one = { fields: Object.fromEntries(new URLSearchParams(body)), headers };
    asked.push(one);
    answer(one, response, number);
  });
  return { tokenUrl: `${url}/token`, asked };
}

/** Gives `access-1`, `access-2`, … and, unless told otherwise, nothing else. */
export function issue(more: (number: number) => object = () => ({})): TokenAnswer {
  return (_, response, number) =>
    json(response, { access_token: `access-${number}`, token_type: "bearer", ...more(number) });
}

/** A client that has a refresh token. */
export const refreshing = { clientId: "client-1", refreshToken: "canary-refresh" } as const;
