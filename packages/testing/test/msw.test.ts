import { createClient, getUser } from "@facsimile/sendauth/functions";
import { setupServer } from "msw/node";
import { expect, it } from "vitest";
import { mockFetch } from "../src/index.js";
import { mswHandlers } from "../src/msw.js";

it("Mock Service Worker answers as the document says, and says what it refuses", async () => {
  const api = await mockFetch("@facsimile/sendauth");
  const server = setupServer(...mswHandlers(api, "https://app.sendauth.com/"));
  server.listen({ onUnhandledRequest: "error" });
  try {
    const client = createClient({
      credentials: { basic: { username: "ann", password: "correct horse" } },
      retry: false,
    });
    const input = { path: { userID: "u1" } };
    expect(await getUser(client, input)).toMatchObject({
      ok: false,
      statusCode: 500,
      text: "no answer is told for getUser: nothing is told yet. Call on(getUser).reply(…)",
    });
    api.on(getUser).reply(200, { firstName: "Ann" }).fail();
    expect((await getUser(client, input)).data?.firstName).toBe("Ann");
    await expect(getUser(client, input)).rejects.toThrow("getUser got no answer");
    expect(api.calls(getUser).map(({ path }) => path)).toEqual([input.path, input.path, input.path]);
  } finally {
    server.close();
  }
});
