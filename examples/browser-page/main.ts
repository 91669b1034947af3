/** The page and its bundle without a browser, as a test of it runs. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Window } from "happy-dom";
import { bundlePage } from "./bundle.js";

const window = new Window({ url: "http://localhost/" });
const { document } = window;
document.write(
  (await readFile(path.join(import.meta.dirname, "index.html"), "utf8")).replace(/<script.*<\/script>/, ""),
);
Object.assign(globalThis, { document, FormData: window.FormData });

// From a text: a bundle that still imported a package would fail here, as it would in a browser.
await import(`data:text/javascript,${encodeURIComponent(await bundlePage())}`);

const { SENDAUTH_USERNAME = "", SENDAUTH_PASSWORD = "" } = process.env;
document.querySelector("[name=username]")?.setAttribute("value", SENDAUTH_USERNAME);
document.querySelector("[name=password]")?.setAttribute("value", SENDAUTH_PASSWORD);
document.querySelector("button")?.click();

const output = document.querySelector("output");
while (output?.textContent === "") await new Promise((resolve) => setTimeout(resolve, 5));
console.log(output?.textContent);
await window.happyDOM.close();
