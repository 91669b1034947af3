import { createSendAuth } from "@facsimile/sendauth";
import { type CreateUserInput, createClient, createUser, getUser, listUsers } from "@facsimile/sendauth/functions";
import { describe, expect, expectTypeOf, it } from "vitest";
import { mockFetch } from "../src/index.js";
import { said } from "./said.js";

const desk = () => mockFetch(new URL("desk.yaml", import.meta.url));

describe("what an operation is called with", () => {
  it("is made with the types of its input, of a function and of a method alike, and is taken", async () => {
    const api = await mockFetch("@facsimile/sendauth");
    const options = {
      credentials: { basic: { username: "a", password: "b" } },
      fetch: api.fetch,
      retry: false,
    } as const;
    const input = api.makeInput(createUser, { overrides: { body: { firstName: "Ann" } } });
    expectTypeOf(input).toEqualTypeOf<CreateUserInput>();
    expectTypeOf(api.makeInput(createSendAuth(options).createUser)).toEqualTypeOf<CreateUserInput>();
    expectTypeOf(api.makeInput(listUsers)).toExtend<{ query?: object }>();
    expect(input.body).toMatchObject({ firstName: "Ann", lastName: expect.any(String) });
    api.on(createUser).reply(201);
    await createUser(createClient(options), input);
    expect(api.calls(createUser)[0]?.body).toEqual(input.body);
    expect(api.makeInput(createSendAuth(options).createUser)).toEqual(api.makeInput(createUser));
    // @ts-expect-error no text
    expect(await said(() => api.makeInput(createUser, { overrides: { body: { firstName: 1 } } }))).toContain(
      "the body of createUser: /firstName must be string",
    );
  });

  it("has what is required, and what is asked for; another for each number, the same one each time", async () => {
    const api = await mockFetch("@facsimile/sendauth");
    expect(api.makeInput(getUser)).toEqual({ path: { userID: expect.any(String) } });
    expect(api.makeInput(listUsers)).toEqual({});
    expect(api.makeInput(listUsers, { overrides: { query: { page: 2 } } })).toEqual({ query: { page: 2 } });
    const ids = [1, 2, 3].map((seed) => api.makeInput(getUser, { seed }).path.userID);
    expect(new Set(ids).size).toBe(3);
    expect(api.makeInput(getUser, { seed: 2 }).path.userID).toBe(ids[1]);
  });

  it("has what is sent, and not what is answered", async () => {
    const { body } = (await desk()).makeInput<{ body: object }>("putTicket");
    expect(Object.keys(body)).toContain("secret");
    expect(Object.keys(body)).not.toContain("id");
  });

  it("names the content type where another than the first is made", async () => {
    const api = await desk();
    expect(api.makeInput("addTicket")).toMatchObject({
      contentType: "application/json",
      body: { title: expect.any(String) },
    });
    const first = { overrides: { contentType: "application/x-www-form-urlencoded" } };
    expect(Object.keys(api.makeInput<object>("addTicket", first))).toEqual(["body"]);
    const file = new Blob(["mine"]);
    const multipart = { contentType: "multipart/form-data", body: { title: "a" } };
    const made = api.makeInput<{ body: { file: Blob } }>("addTicket", { overrides: multipart as never });
    expect(made).toMatchObject({ contentType: "multipart/form-data", body: { title: "a", file: expect.any(Blob) } });
    const given = { contentType: "multipart/form-data", body: { file } };
    expect(api.makeInput<typeof made>("addTicket", { overrides: given as never }).body.file).toBe(file);
  });

  it("is refused where the document has no such thing", async () => {
    const api = await desk();
    const path = { idd: 1 };
    expect(await said(() => api.makeInput("putTicket", { overrides: { path } as never }))).toContain(
      "putTicket has no path parameter idd; the nearest is id",
    );
    expect(await said(() => api.makeInput("putTicket", { overrides: { path: { id: 0 } } as never }))).toContain(
      "path parameter id of putTicket: it must be >= 1",
    );
    expect(await said(() => api.makeInput("putTicket", { overrides: { contentType: "text/csv" } as never }))).toContain(
      "putTicket takes application/json, and not text/csv",
    );
    expect(await said(() => api.makeInput("listTickets", { overrides: { body: {} } as never }))).toContain(
      "listTickets takes no body",
    );
  });
});
