import { createClient, isConnectionError, listUsers } from "@facsimile/sendauth/functions";

/** Where the API is; put in when the page is bundled. */
declare const API_URL: string;

const form = document.querySelector("form");
const output = document.querySelector("output");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (output !== null) output.textContent = await readUsers(new FormData(form));
});

/** Functions instead of methods: the bundle has the code of this one operation, and of no other. */
async function readUsers(fields: FormData): Promise<string> {
  const basic = { username: String(fields.get("username")), password: String(fields.get("password")) };
  const client = createClient({ baseUrl: API_URL, credentials: { basic }, timeout: 10_000 });
  try {
    const result = await listUsers(client, { query: { perPage: 20 } });
    if (!result.ok) return `The API refused with ${result.statusCode}.`;
    return result.data.rows?.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(", ") || "Nobody.";
  } catch (error) {
    // A browser does not say whether the network or a missing permission (CORS) is the reason.
    if (isConnectionError(error)) return "The API cannot be reached from this page.";
    throw error;
  }
}
