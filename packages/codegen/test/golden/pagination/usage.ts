import { createClient, listByPagePages } from "./src/functions.js";
import { createPagination, type Page } from "./src/index.js";

const api = createPagination();

for await (const page of api.listByOffset.pages()) page.total satisfies number | undefined;
for await (const item of api.listByOffset.pages({ query: { limit: 2 } }).items()) item.id satisfies string;
for await (const item of api.listByPage.pages({ path: { group: "a" } }, { maxPages: 2 }).items())
  item.id satisfies string;
for await (const item of api.listByCursor.pages().items()) item.id satisfies string;
for await (const item of api.listByLink.pages({}, { maxItems: 1 }).items()) item.id satisfies string;
for await (const page of api.listByLinkHeader.pages()) page satisfies { id: string }[];
for await (const item of listByPagePages(createClient(), { path: { group: "a" } }).items()) item.id satisfies string;
for await (const page of api.listOrExport.pages()) page satisfies string | Page | undefined;
for await (const item of api.listOrExport.pages().items()) item.id satisfies string;
await api.listByOffset({ query: { limit: 1 } });

// @ts-expect-error - the input is missing
api.listByPage.pages();
// @ts-expect-error - an option that there is not
api.listByCursor.pages({}, { maxPage: 2 });
for await (const item of api.listByCursor.pages().items()) {
  // @ts-expect-error - a misspelt property
  item.ID;
}
