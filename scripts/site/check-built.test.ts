import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { builtFaults } from "./check-built.js";

/** The faults of a folder with these files. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "facsimile-built-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return builtFaults(folder);
}

const guide = `<nav><h2>Guides</h2></nav><main><h1 id="first-call">First call</h1><h2 id="größe">Größe</h2></main>`;

test("links to pages, files and places that are there are right, as are those that leave the site", () => {
  const links = ["guides/", "guides/index.html", "guides/#first-call", "#top", "a.svg", "guides/#gr%C3%B6%C3%9Fe"];
  const anchors = [...links, "https://api.example/#x", "mailto:a@b.example"].map((link) => `<a href="${link}">x</a>`);
  const index = `<h1 id="top">x</h1>${anchors.join("")}<img src="/a.svg">`;
  expect(faultsOf({ "index.html": index, "guides/index.html": guide, "a.svg": "<svg/>" })).toEqual([]);
});

test.each(["guides/#second", "guides", "b.svg", "#bottom", "/guide.html"])("%s leads nowhere", (link) => {
  const index = `<h1 id="top">x</h1><a href="${link}">x</a>`;
  const faults = faultsOf({ "index.html": index, "guides/index.html": guide, "a.svg": "<svg/>" });
  expect(faults).toEqual([`/ has a link that leads nowhere: ${link}`]);
});

test("a picture, a style or a script that is not there leads nowhere", () => {
  const index = `<link href="/s.css"><h1>x</h1><img src="a.png"><script src="/a.js"></script>`;
  expect(faultsOf({ "index.html": index })).toHaveLength(3);
});

test("headings begin at the first level and skip none", () => {
  expect(faultsOf({ "a.html": "<h2>x</h2>" })).toEqual([
    "/a.html has no heading of the first level",
    "/a.html skips a level before a heading of level 2",
  ]);
  expect(faultsOf({ "a.html": "<h1>x</h1><h2>x</h2><h4>x</h4><h2>x</h2>" })).toEqual([
    "/a.html skips a level before a heading of level 4",
  ]);
});
