import { type Check, runChecks, same } from "../../packages/runtime/test/platforms/check.js";
import type { Browser, Size, Tab } from "../platforms/chromium.js";
import { lowContrasts } from "./contrast.js";

/** How the page is opened. */
export interface View {
  readonly name: string;
  readonly viewport: Size;
  readonly colorScheme: "light" | "dark";
}

/** What a page of changes has to do in one view: nothing in the console, no request, no text that is hard to read, and filters that filter. */
export async function checkPage(browser: Browser, url: string, view: View, screenshot: string): Promise<Check[]> {
  const tab = await browser.newPage(view);
  const noise: string[] = [];
  tab.on("console", (message) => noise.push(message.text()));
  tab.on("pageerror", (error) => noise.push(error.message));
  tab.on("request", (request) => {
    if (request.url() !== url) noise.push(`asks for ${request.url()}`);
  });
  await tab.goto(url);
  await tab.screenshot({ path: screenshot });
  const unfold = `for (const each of document.querySelectorAll("details")) each.open = true`;
  const checks = await runChecks({
    "Tab leads to the changes first": () => skipFilters(tab),
    "no text is hard to read": async () => same(await tab.evaluate(`${unfold}; ${lowContrasts}`), ""),
    "nothing is wider than the window": async () => same(await tab.evaluate(overflow), 0),
    "classes filter": () => uncheckEach(tab, "class", (name) => `article.${name}`),
    "directions filter": () => uncheckEach(tab, "direction", (name) => `article[data-direction=${name}]`),
    "operations filter": () => searchOperation(tab),
    "rules filter": () => chooseRule(tab),
    "nothing is said in the console, and nothing asked for": async () => same(noise.join("; "), ""),
  });
  await tab.close();
  return checks.map(({ name, problem }) => ({ name: `${view.name}: ${name}`, problem }));
}

/** Without script, the page shows all changes and no filters. */
export async function checkWithoutScript(browser: Browser, url: string, view: View): Promise<Check[]> {
  const tab = await browser.newPage({ ...view, javaScriptEnabled: false });
  await tab.goto(url);
  const checks = await runChecks({
    "without script all is shown, and no filter": async () =>
      same(
        await tab.evaluate(
          `document.getElementById("filters").hidden && document.querySelectorAll("article[hidden]").length === 0`,
        ),
        true,
      ),
  });
  await tab.close();
  return checks;
}

const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

function count(tab: Tab, selector: string): Promise<unknown> {
  return tab.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
}

/** Each box hides what it is about, and nothing else. */
async function uncheckEach(tab: Tab, name: string, selectorOf: (value: string) => string): Promise<void> {
  // Written by the page.
  const values = (await tab.evaluate(
    `[...document.querySelectorAll("[name=${name}]")].map(({ value }) => value)`,
  )) as string[];
  for (const value of values) {
    const about = Number(await count(tab, selectorOf(value)));
    await tab.uncheck(`[name=${name}][value=${value}]`);
    same(await count(tab, `${selectorOf(value)}:not([hidden])`), 0);
    same(await count(tab, "article[hidden]"), about);
    await tab.check(`[name=${name}][value=${value}]`);
    same(await count(tab, "article[hidden]"), 0);
  }
}

/** What is typed in any case finds the changes that reach such an operation, and no other. */
async function searchOperation(tab: Tab): Promise<void> {
  // Written by the page.
  const { operations, sets } = (await tab.evaluate(`JSON.parse(document.getElementById("reach").textContent)`)) as {
    readonly operations: readonly string[];
    readonly sets: readonly (readonly number[])[];
  };
  const [name = ""] = operations;
  await tab.fill("[name=operation]", name.toLowerCase());
  const found = operations.flatMap((each, index) => (each.toLowerCase().includes(name.toLowerCase()) ? [index] : []));
  const wanted = sets.flatMap((set, index) => (set.some((each) => found.includes(each)) ? [index] : []));
  const shown = `new Set([...document.querySelectorAll("article:not([hidden])")].map(({ dataset }) => dataset.set))`;
  same(await tab.evaluate(`[...${shown}].map(Number).sort((one, other) => one - other).join()`), wanted.join());
  await tab.fill("[name=operation]", "no such operation");
  same(await count(tab, "article:not([hidden])"), 0);
  await tab.fill("[name=operation]", "");
  same(await count(tab, "article[hidden]"), 0);
}

async function chooseRule(tab: Tab): Promise<void> {
  const rule = String(await tab.evaluate(`document.querySelector("article").dataset.rule`));
  await tab.selectOption("[name=rule]", rule);
  same(await count(tab, "article:not([hidden])"), await count(tab, `article[data-rule="${rule}"]`));
  await tab.selectOption("[name=rule]", "");
}

async function skipFilters(tab: Tab): Promise<void> {
  await tab.keyboard.press("Tab");
  same(await tab.evaluate("document.activeElement.className"), "skip");
  await tab.keyboard.press("Enter");
  same(await tab.evaluate("document.activeElement.id"), "changes");
}
