import { lowContrasts } from "../diff-page/contrast.js";
import type { Browser } from "../platforms/chromium.js";

/** What is wrong with a page, as `page: fault`. */
export type Fault = string;

/** How pages are opened. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

/** In a page: the headings out of order, as `level text`. The first is of level one, and none is skipped on the way down. */
const headings = `(() => {
  const all = [...document.querySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6")];
  const levels = all.map((each) => Number(each.tagName[1]));
  return all.filter((each, index) => levels[index] > (index === 0 ? 1 : levels[index - 1] + 1))
    .map((each) => each.tagName + " " + each.textContent).join("; ");
})()`;

/** In a page: links to places on it that are not there, and links without a text. */
const links = `[...document.querySelectorAll("main a[href]")].filter((link) => {
  const url = new URL(link.href);
  const isHere = url.origin === location.origin && url.pathname === location.pathname && url.hash !== "";
  return (isHere && document.getElementById(decodeURIComponent(url.hash.slice(1))) === null) ||
    (link.textContent.trim() === "" && link.querySelector("img") === null && !link.ariaLabel);
}).map((link) => link.getAttribute("href")).join("; ")`;

/** In a page: the pages of the site that it links to. */
const targets = `JSON.stringify([...document.querySelectorAll("a[href]")].map((link) => new URL(link.href))
  .filter((url) => url.origin === location.origin).map((url) => url.pathname))`;

const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/**
 * Opens pages one after another in one view.
 *
 * @param known - all pages of the site
 */
export async function checkPages(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  known: ReadonlySet<string>,
  view: View,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const tab = await browser.newPage({ viewport: { width: view.width, height: 900 }, colorScheme: view.colorScheme });
  let path = "";
  const tell = (fault: string): void => void faults.push(`${view.name}: ${path}: ${fault}`);
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && tell(`console: ${message.text()}`));
  tab.on("pageerror", (error) => tell(error.message));
  tab.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) tell(`asks for ${request.url()}`);
  });
  for (path of paths) {
    await tab.goto(`${origin}${path}`);
    const said = async (what: string, script: string): Promise<void> => {
      const found = await tab.evaluate(script);
      if (found !== "" && found !== 0) tell(`${what}: ${String(found)}`);
    };
    await said("headings", headings);
    await said("links", links);
    await said("hard to read", lowContrasts);
    await said("wider than the window", overflow);
    const linked = JSON.parse(String(await tab.evaluate(targets))) as readonly string[];
    for (const target of new Set(linked)) if (!known.has(target) && !isFile(target)) tell(`links to ${target}`);
  }
  await tab.close();
  return faults;
}

function isFile(path: string): boolean {
  return /\.(?:txt|svg|png)$/.test(path);
}
