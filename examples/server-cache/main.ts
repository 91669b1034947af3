import { revalidateTag, sent } from "./cache.js";
import { countUsers, readUser, renameUser } from "./users.js";

const userID = "usr_1042";

/** What a page of a server does: it reads what it shows. */
async function renderPage(): Promise<void> {
  sent.length = 0;
  const [user, count] = await Promise.all([readUser(userID), countUsers()]);
  console.log(`${user.firstName} ${user.lastName}, one of ${count}; asked for: ${sent.sort().join(", ")}`);
}

const { firstName = "" } = await readUser(userID);
await renderPage();
await renameUser(userID, "Anna", revalidateTag);
await renderPage();
await renderPage();
await renameUser(userID, firstName, revalidateTag);
