import { readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitepress";
// Written by scripts/site: what is on the site, and how its headings are called.
import { slugOf } from "../../scripts/site/slug.js";

const home = path.join(import.meta.dirname, "..");
const { sidebar, repository } = JSON.parse(readFileSync(path.join(home, ".pages", "site.json"), "utf8"));

export default defineConfig({
  title: "Facsimile",
  description: "Typed packages, mock servers and contract tests for APIs, each proved against its document.",
  lang: "en",
  srcDir: ".pages",
  outDir: "dist",
  cacheDir: ".cache",
  metaChunk: true,
  head: [["link", { rel: "icon", href: "/icon.svg" }]],
  // Pages tell the time of their last change nowhere: the same sources give the same site.
  lastUpdated: false,
  markdown: {
    anchor: { slugify: slugOf },
    // Braces in a text are braces.
    attrs: { disable: true },
    languageAlias: { text: "txt" },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Guides", link: "/guides/" },
      { text: "Reference", link: "/providers" },
      { text: "Reports", link: "/reports" },
      { text: "Decisions", link: "/decisions/" },
    ],
    sidebar,
    socialLinks: [],
    docFooter: { prev: false, next: false },
    editLink: undefined,
    footer: { message: `MIT licence. <a href="${repository}">The repository</a>` },
  },
});
