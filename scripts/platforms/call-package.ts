/**
 * What an application does with a generated package: calls of `@facsimile/sendauth` and of its `raw`. Knows no platform.
 */
import type * as SendAuth from "@facsimile/sendauth";
import type * as Raw from "@facsimile/sendauth/raw";
import type * as Users from "@facsimile/sendauth/users";
import { type Check, rejects, runChecks, same } from "../../packages/runtime/test/platforms/check.js";

/** The entries of the package, as the platform has loaded them. */
export interface SendAuthModules {
  readonly sendauth: typeof SendAuth;
  readonly users: typeof Users;
  readonly raw: typeof Raw;
}

/** `url`: of the server of packages/runtime/test/platforms, whose answers go by the first segment of a path. */
export function callPackage({ sendauth, users, raw }: SendAuthModules, url: string): Promise<Check[]> {
  const credentials = { basic: async () => ({ username: "ann", password: "secret" }) };
  const options = (answer: string) => ({ baseUrl: `${url}/${answer}`, credentials, retry: { delay: 1 } });
  const api = (answer: string) => sendauth.createSendAuth(options(answer));
  const input = { path: { userID: "u1" } };
  return runChecks({
    "a method": async () => {
      const result = await api("echo").getUser(input);
      // The server of the scenario repeats the request.
      const { headers } = (await sendauth.unwrap(Promise.resolve(result))) as { headers?: Record<string, string> };
      same([result.status, headers?.authorization].join(), "200,Basic YW5uOnNlY3JldA==");
    },
    "a function of a tag": async () =>
      same((await users.getUser(users.createClient(options("echo")), input)).status, 200),
    "a failure that is documented": async () => same((await api("missing").getUser(input)).status, 404),
    "a failure that is not": async () => {
      const result = await api("teapot").getUser(input);
      same([result.status, result.statusCode].join(), "undocumented,418");
      await rejects(sendauth.unwrap(Promise.resolve(result)), sendauth.isApiError);
    },
    "a repetition": async () => same((await api("flaky").getUser(input)).ok, true),
    "a time limit": () => rejects(api("silent").getUser(input, { timeout: 50, retry: false }), sendauth.isTimeoutError),
    "an abort": async () => {
      const aborter = new AbortController();
      setTimeout(() => aborter.abort(), 20);
      await rejects(api("silent").getUser(input, { signal: aborter.signal }), sendauth.isAbortedError);
    },
    "the items of all pages": async () => {
      const items: unknown[] = [];
      for await (const user of api("list").listUsers.pages().items()) items.push(user);
      same(items.join(), "1,2,3,4");
    },
    middleware: async () => {
      let attempts = 0;
      const count: SendAuth.Middleware = { onRequest: () => void attempts++ };
      same((await api("flaky").listUsers({}, { middleware: [count] })).ok, true);
      same(attempts, 2);
    },
    raw: async () => {
      const client = raw.createRaw(users.createClient(options("missing")));
      const { response } = await client.GET("/api/v1/users/{userID}", { params: input });
      same(response.status, 404);
    },
  });
}
