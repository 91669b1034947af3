import "./dom.js";
import { createClient, fromEnvironment } from "@facsimile/sendauth/functions";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { click, shown } from "./dom.js";
import { Users } from "./users.js";

const client = createClient({
  baseUrl: process.env.API_URL ?? "https://app.sendauth.com",
  credentials: fromEnvironment(),
});
// What nobody shows any more would be dropped after five minutes, by a timer that keeps a process from ending.
const kept = { gcTime: Number.POSITIVE_INFINITY };
const queries = new QueryClient({ defaultOptions: { queries: kept, mutations: kept } });
const root = createRoot(document.body);
root.render(
  <QueryClientProvider client={queries}>
    <Users client={client} />
  </QueryClientProvider>,
);

console.log(await shown("Loading"));
console.log(await shown("Sam"));
click("#add");
await shown("More", () => document.querySelector("#more:disabled") === null);
click("#more");
console.log(await shown("Bea Stone"));

root.unmount();
