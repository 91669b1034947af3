/** The page in Chromium, which is installed where it can be: what a person types and sees. */
import { launchChromium } from "../../scripts/platforms/chromium.js";
import { startSite } from "./site.js";

const site = await startSite();
const browser = await launchChromium();
try {
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(error));
  await tab.goto(site.url);
  await tab.fill("[name=username]", process.env.SENDAUTH_USERNAME ?? "");
  await tab.fill("[name=password]", process.env.SENDAUTH_PASSWORD ?? "");
  await tab.evaluate("document.querySelector('button').click()");
  const text = "document.querySelector('output').textContent";
  console.log(
    await tab.evaluate(`new Promise((resolve) => {
    const look = () => (${text} ? resolve(${text}) : setTimeout(look, 5));
    look();
  })`),
  );
} finally {
  await Promise.all([browser.close(), site.close()]);
}
