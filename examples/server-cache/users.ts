import type { User } from "@facsimile/sendauth";
import { createClient, fromEnvironment, getUser, listUsers, unwrap, updateUser } from "@facsimile/sendauth/functions";

const client = createClient({
  baseUrl: process.env.API_URL ?? "https://app.sendauth.com",
  credentials: fromEnvironment(),
});

/** A user, at most a minute old. `fetchOptions` are handed to `fetch`, which Next.js extends by `next`. */
export function readUser(userID: string): Promise<User> {
  return unwrap(getUser(client, { path: { userID } }, { fetchOptions: { next: { revalidate: 60, tags: [userID] } } }));
}

/** How many users there are now. */
export async function countUsers(): Promise<number> {
  const { total } = await unwrap(listUsers(client, {}, { fetchOptions: { cache: "no-store" } }));
  return total ?? 0;
}

/** Only what changes a user has to say that what is cached of them is out of date: in Next.js by `revalidateTag(userID)`. */
export async function renameUser(
  userID: string,
  firstName: string,
  revalidateTag: (tag: string) => void,
): Promise<void> {
  const { lastName } = await readUser(userID);
  await unwrap(updateUser(client, { path: { userID }, body: { firstName, lastName } }));
  revalidateTag(userID);
}
