import { expect, it } from "vitest";
import { serverHtml } from "./server-html.js";
import { serverJunit } from "./server-junit.js";
import { serverPage } from "./server-page.js";
import type { ServerReport } from "./server-report.js";
import { serverText } from "./server-text.js";

/** What would be markup, move a cursor, turn the direction of writing, or end what it stands in, if it got through. */
const hostile = "<img src=x onerror=alert(1)>\n# [x](y) *a* `b` \u001b[31m\u202e\u2066\u0000]]>\ud800 | \"'&amp;";

const report: ServerReport = {
  title: hostile,
  server: "http://127.0.0.1",
  likeness: hostile,
  requests: 3,
  results: [
    { name: `op: ${hostile}`, findings: [{ oracle: "answer", message: hostile }] },
    { name: "op: fine", findings: [], untried: [hostile] },
  ],
  operations: [
    {
      operation: "op",
      method: "GET",
      path: hostile,
      tried: true,
      requests: 2,
      exercised: true,
      seen: ["200"],
      neverSeen: ["404"],
      instead: [],
    },
    {
      operation: hostile,
      method: "GET",
      path: "/b",
      tried: true,
      requests: 1,
      exercised: false,
      seen: [],
      neverSeen: ["200"],
      instead: ["404"],
    },
    {
      operation: "never",
      method: "PUT",
      path: "/c",
      tried: false,
      requests: 0,
      exercised: false,
      seen: [],
      neverSeen: ["200"],
      instead: [],
    },
  ],
  neverSeen: [hostile],
  lacking: [{ scheme: hostile, variable: "FACSIMILE_X", unsent: 1 }],
  leftBehind: [{ operation: hostile, id: hostile, reason: hostile }],
  stopped: false,
};
const strict = { unreached: false, missingCredentials: false };
const lax = { unreached: true, missingCredentials: true };

const forms = {
  text: serverText(report, strict),
  page: serverPage(report, strict),
  html: serverHtml(report, strict),
  junit: serverJunit(report, strict),
};

it.each(Object.entries(forms))("nothing of a hostile text gets through in %s", (_, text) => {
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it("has no tags and no markup of others in Markdown and HTML", () => {
  expect(forms.page).not.toMatch(/(?<!\\)<|(?<!\\)\[|^# \[/m);
  expect(forms.page.split("\n").filter((line) => line.startsWith("#"))).toEqual([
    expect.stringMatching(/^# \\<img/),
    "## Not as documented",
    "## Without credential",
    "## Left behind",
    "## Not looked at",
  ]);
  expect(forms.html).not.toMatch(/<img|<script|&amp;/);
});

it("is JUnit XML that counts failures and what was not done", () => {
  expect(forms.junit).toMatch(/<testsuites name="[^"<]*" tests="8" failures="4" errors="0" skipped="2">/);
  expect(forms.junit).toContain('<testcase name="it has a success" classname=');
  expect(forms.junit).not.toMatch(/<!\[CDATA|<img/);
  expect(serverJunit(report, lax)).toMatch(/tests="8" failures="2" errors="0" skipped="4"/);
});

it("says each reason of a failure", () => {
  expect(forms.text.trimEnd().split("\n").at(-1)).toBe(
    "failed: not the API, 1 not as documented, 1 not exercised (--allow-unreached), 1 without credential (--allow-missing-credentials)",
  );
  expect(serverText(report, lax).trimEnd().split("\n").at(-1)).toBe("failed: not the API, 1 not as documented");
});
