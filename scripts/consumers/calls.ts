// What a consumer of @facsimile/sendauth writes, compiled outside this repository by every TypeScript that packages are for. A type that a compiler
// does not understand becomes `any` or an error: the lines marked as wrong must stay wrong.
import { createSendAuth, type SendAuth, type User, unwrap } from "@facsimile/sendauth";
import { createClient as createFunctionsClient, listUsersPages } from "@facsimile/sendauth/functions";
import { type components, createRaw, type operations, type paths } from "@facsimile/sendauth/raw";
import { createClient, type GetUserResult, getUser } from "@facsimile/sendauth/users";
import { UserRole } from "@facsimile/sendauth/values";

const options = { credentials: { basic: { username: "ann", password: "secret" } } };

export const sendauth: SendAuth = createSendAuth(options);

export async function readName(userID: string): Promise<string | undefined> {
  const result: GetUserResult = await getUser(createClient(options), { path: { userID } });
  if (result.ok) return result.data.firstName;
  return result.status === "undocumented" ? result.text : undefined;
}

export async function readAll(): Promise<User[]> {
  const users: User[] = [];
  for await (const user of listUsersPages(createFunctionsClient(options)).items()) users.push(user);
  users.push(await unwrap(sendauth.createUser({ body: { firstName: "Ann", lastName: "Lee" } })));
  return users;
}

export async function readRawName(userID: string): Promise<string | undefined> {
  const raw = createRaw(createClient(options));
  const { data } = await raw.GET("/api/v1/users/{userID}", { params: { path: { userID } } });
  const user: components["schemas"]["User"] | undefined = data;
  return user?.firstName;
}

export const role: UserRole = UserRole.super_admin;

export type Lists = paths["/api/v1/users"]["get"];
export type ListsById = operations["listUsers"];

export async function writeWrongly(): Promise<void> {
  const result = await sendauth.getUser({ path: { userID: "u1" } });
  // @ts-expect-error: there is an answer without data
  console.log(result.data.email);
  // @ts-expect-error: there is no such property
  if (result.ok) console.log(result.data.mail);
  // @ts-expect-error: both names are required
  await sendauth.createUser({ body: { firstName: "Ann" } });
  // @ts-expect-error: there is no such role
  console.log(UserRole.guest);
  // @ts-expect-error: there is no such path
  await createRaw(createClient(options)).GET("/api/v1/user");
}
