import { createIGTCloudEntities } from "@facsimile/igtcloud-entities";
import { type RecordingMockServer, startMockServer } from "@facsimile/mock";
import { createOpendatasoftAutomation } from "@facsimile/opendatasoft-automation";
import { unwrap } from "@facsimile/runtime";
import { createSendAuth } from "@facsimile/sendauth";
import { createUltraCart } from "@facsimile/ultracart";
import { afterEach, expect, it } from "vitest";

let server: RecordingMockServer;
afterEach(() => server.close());

/** A mock server with memory, from the document that a package carries. */
async function start(name: string): Promise<string> {
  server = await startMockServer(name, { from: import.meta.dirname, state: true });
  return server.url;
}

it("SendAuth: a user is created, read, listed, changed and deleted", async () => {
  const client = createSendAuth({
    baseUrl: await start("@facsimile/sendauth"),
    credentials: { basic: { username: "ann", password: "secret" } },
  });
  const created = await unwrap(client.createUser({ body: { firstName: "Ann", lastName: "Lee" } }));
  const path = { userID: created.id ?? "" };
  expect(await unwrap(client.getUser({ path }))).toMatchObject({ firstName: "Ann", lastName: "Lee" });
  const ids: unknown[] = [];
  for await (const user of client.listUsers.pages().items()) ids.push(user.id);
  expect(ids).toContain(created.id);
  await unwrap(client.updateUser({ path, body: { firstName: "Anna", lastName: "Lee" } }));
  expect(await unwrap(client.getUser({ path }))).toMatchObject({ id: created.id, firstName: "Anna" });
  await unwrap(client.deleteUser({ path }));
  expect(await client.getUser({ path })).toMatchObject({ ok: false, status: 404 });
});

it("UltraCart: a group is created, read, listed and deleted", async () => {
  const client = createUltraCart({
    baseUrl: await start("@facsimile/ultracart"),
    credentials: { ultraCartSimpleApiKey: "key" },
  });
  const created = await unwrap(client.insertGroup({ body: { name: "Tea" } }));
  const path = { group_oid: created.group?.group_oid ?? 0 };
  expect(await unwrap(client.getGroup({ path }))).toMatchObject({ group: { ...path, name: "Tea" } });
  expect((await unwrap(client.getGroups())).groups).toContainEqual(expect.objectContaining({ ...path, name: "Tea" }));
  await unwrap(client.deleteGroup({ path }));
  expect((await client.getGroup({ path })).ok).toBe(false);
  expect((await unwrap(client.getGroups())).groups).not.toContainEqual(expect.objectContaining(path));
});

it("Opendatasoft: a group is created, read, listed and deleted", async () => {
  const client = createOpendatasoftAutomation({
    baseUrl: await start("@facsimile/opendatasoft-automation"),
    credentials: { HeaderAPIKey: "key" },
  });
  const created = await unwrap(client.createUserGroup({ body: { title: "Tea" } }));
  const path = { group_uid: created.uid ?? "" };
  expect(await unwrap(client.retrieveUserGroup({ path }))).toMatchObject({ title: "Tea" });
  const titles: unknown[] = [];
  for await (const { title } of client.listUserGroups.pages().items()) titles.push(title);
  expect(titles).toContain("Tea");
  await unwrap(client.deleteUserGroup({ path }));
  expect(await client.retrieveUserGroup({ path })).toMatchObject({ ok: false, status: 404 });
});

it("IGTCloud: a user is created, read, listed and deleted", async () => {
  const client = createIGTCloudEntities({
    baseUrl: await start("@facsimile/igtcloud-entities"),
    credentials: { jwt: "token" },
  });
  const body = { name: "Ann", familyName: "Lee", email: "ann@tea.example", loginId: "ann@tea.example" };
  const created = await unwrap(client.postUsersResource({ body }));
  const path = { user_uuid: created.userUUID ?? "" };
  expect(await unwrap(client.getUserResource({ path }))).toMatchObject({ loginId: "ann@tea.example" });
  const logins: unknown[] = [];
  for (const { loginId } of await unwrap(client.getUsersResource())) logins.push(loginId);
  expect(logins).toContain("ann@tea.example");
  await unwrap(client.deleteUserResource({ path }));
  expect((await client.getUserResource({ path })).ok).toBe(false);
});
