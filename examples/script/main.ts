import { createSendAuth, fromEnvironment, unwrap } from "@facsimile/sendauth";

const sendauth = createSendAuth({
  baseUrl: process.env.API_URL ?? "https://app.sendauth.com",
  credentials: fromEnvironment(), // SENDAUTH_USERNAME and SENDAUTH_PASSWORD
});

// `unwrap` gives the data of a success, and throws an ApiError for any other answer.
const created = await unwrap(
  sendauth.createUser({ body: { firstName: "Bea", lastName: "Stone", email: "bea@stone.example" } }),
);
const path = { userID: created.id ?? "" };
console.log("created", created.firstName, created.lastName);

// Each page is asked for when it is needed.
for await (const user of sendauth.listUsers.pages({ query: { perPage: 2 } }).items()) {
  console.log("·", user.firstName, user.lastName);
}

await unwrap(sendauth.deleteUser({ path }));

// Without `unwrap`, a result is one of the answers that the API documents, told apart by `ok` and `status`.
const result = await sendauth.getUser({ path });
if (result.ok) console.log("still there:", result.data.email);
else if (result.status === 404) console.log("no such user any more");
else console.log("refused with", result.statusCode);
