import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { listProviders, root, workspaceOf } from "../repository.js";
import { type Page, toPage } from "./page.js";

/** The pages of the repository that the site has: its README, all of docs, and the README of what is published. */
export function readDocs(): readonly Page[] {
  const docs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  return [
    readPage("README.md", "repository.md"),
    ...docs.map((name) => readPage(`docs/${name}`, name.replace(/(^|\/)README\.md$/, "$1index.md"))),
    ...["runtime", "contract"].map((name) => readPage(`packages/${name}/README.md`, `packages/${name}.md`)),
    ...listProviders().map((name) => readPage(`packages/${name}/README.md`, `packages/${name}.md`)),
    readPage("examples/facts/README.md", "examples/facts.md"),
    readPage("CONTRIBUTING.md", "contributing.md"),
    readPage("SECURITY.md", "security.md"),
  ];
}

function readPage(source: string, to: string): Page {
  return toPage(to, source, readFileSync(path.join(root, source), "utf8"));
}

/** The npm names of the providers' packages, by provider. */
export function providerNames(): ReadonlyMap<string, string> {
  return new Map(listProviders().map((provider) => [provider, workspaceOf(provider)]));
}
