import { createSendAuth, type SendAuth } from "@facsimile/sendauth";
import { createClient, type SendAuthClient } from "@facsimile/sendauth/functions";
import { json, type Served, serve } from "./serve.js";

export interface Users extends Served {
  readonly client: SendAuthClient;
  readonly sendauth: SendAuth;
}

/** Five users, two on a page. `nobody` is not there, and `slow` never answers. */
export async function users(): Promise<Users> {
  const all = ["u1", "u2", "u3", "u4", "u5"].map((id) => ({ id, firstName: "Ann", lastName: "Lee" }));
  const served = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const [id] = /[^/]+$/.exec(pathname) ?? [];
    const page = Number(searchParams.get("page") ?? 1);
    if (id === "slow") return;
    if (request.method === "POST")
      return void response.writeHead(201, { "content-type": "application/json" }).end("{}");
    if (request.method === "DELETE") return void response.end();
    if (id === "users") return json(response, { rows: all.slice(page * 2 - 2, page * 2), total: all.length });
    if (id === "nobody") return void response.writeHead(404).end();
    json(
      response,
      all.find((user) => user.id === id),
    );
  });
  const options = { baseUrl: served.url, credentials: { basic: { username: "ann", password: "correct horse" } } };
  return { ...served, client: createClient(options), sendauth: createSendAuth(options) };
}
