import { createHash, randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { listen, type Running } from "../listen.js";

type Fields = Readonly<Record<string, string>>;

/** An answer: its status and its JSON. */
type Answer = readonly [status: number, body: object];

const refused = (error: string): Answer => [400, { error }];

/**
 * An authorization server on loopback as an application meets one: it sends people back with a code at once, holds the code against the proof key,
 * and gives tokens that live an hour. The device flow waits for one request before the person has agreed.
 */
export async function startAuthorizationServer(): Promise<Running> {
  const challenges = new Map<string, string | null>();
  let polls = 0;
  const grants: Readonly<Record<string, (fields: Fields) => Answer>> = {
    authorization_code: ({ code = "", code_verifier = "" }) => {
      const challenge = challenges.get(code);
      challenges.delete(code);
      return challenge === createHash("sha256").update(code_verifier).digest("base64url")
        ? tokens()
        : refused("invalid_grant");
    },
    refresh_token: ({ refresh_token }) => (refresh_token ? tokens() : refused("invalid_request")),
    client_credentials: () => tokens(),
    "urn:ietf:params:oauth:grant-type:device_code": () => {
      polls += 1;
      return polls % 2 === 1 ? refused("authorization_pending") : tokens();
    },
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    if (pathname === "/authorize") {
      const code = randomUUID();
      challenges.set(code, searchParams.get("code_challenge"));
      redirect(response, searchParams, code);
      return;
    }
    let body = "";
    for await (const chunk of request) body += chunk;
    const fields: Fields = Object.fromEntries(new URLSearchParams(body));
    const grant = grants[fields.grant_type ?? ""];
    const [status, answer] = pathname === "/device" ? device() : (grant?.(fields) ?? refused("unsupported_grant_type"));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  return listen(server);
}

function tokens(): Answer {
  return [200, { access_token: randomUUID(), refresh_token: randomUUID(), token_type: "bearer", expires_in: 3600 }];
}

function device(): Answer {
  const verification_uri = "https://auth.example.com/activate";
  return [200, { device_code: randomUUID(), user_code: "WDJB-MJHT", verification_uri, expires_in: 600, interval: 1 }];
}

function redirect(response: ServerResponse, asked: URLSearchParams, code: string): void {
  const location = new URL(asked.get("redirect_uri") ?? "");
  location.searchParams.set("code", code);
  location.searchParams.set("state", asked.get("state") ?? "");
  response.writeHead(302, { location: location.href }).end();
}
