import { createClient, fromEnvironment, getUser, isTimeoutError } from "@facsimile/sendauth/functions";

/** What the worker is given: variables and secrets, by name. A worker has no `process.env`. */
export interface Env {
  readonly API_URL: string;
  readonly SENDAUTH_USERNAME: string;
  readonly SENDAUTH_PASSWORD: string;
}

export default {
  /** Answers `/<userID>` with the name of the user, and nothing else that the API knows of them. */
  async fetch(request: Request, env: Env): Promise<Response> {
    const client = createClient({ baseUrl: env.API_URL, credentials: fromEnvironment({ ...env }), timeout: 5_000 });
    const userID = decodeURIComponent(new URL(request.url).pathname.slice(1));
    try {
      // The call ends when nobody waits for the answer any more.
      const result = await getUser(client, { path: { userID } }, { signal: request.signal });
      if (result.ok) return Response.json({ name: `${result.data.firstName} ${result.data.lastName}` });
      return Response.json(
        { error: `refused with ${result.statusCode}` },
        { status: result.status === 404 ? 404 : 502 },
      );
    } catch (error) {
      return Response.json({ error: "no answer" }, { status: isTimeoutError(error) ? 504 : 502 });
    }
  },
};
