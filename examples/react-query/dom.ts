/** A document without a browser, for programs and tests. React looks for it when it is imported: so this is imported first. */
import { Window } from "happy-dom";

const window = new Window({ url: "http://localhost/" });
// Later versions of Node have a navigator that cannot be assigned to.
for (const name of ["window", "document", "navigator"] as const) {
  Object.defineProperty(globalThis, name, { value: name === "window" ? window : window[name], configurable: true });
}

/** What the page shows, once a text is among it and nothing else is waited for. */
export async function shown(text: string, holds: () => boolean = () => true): Promise<string> {
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    const found = [...document.querySelectorAll("p, li")].map((element) => element.textContent).join(", ");
    if (document.body.textContent.includes(text) && holds()) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${JSON.stringify(text)} is not shown: ${document.body.textContent}`);
}

export function click(selector: string): void {
  const button = document.querySelector<HTMLButtonElement>(selector);
  if (button === null) throw new Error(`there is no ${selector}`);
  button.click();
}
