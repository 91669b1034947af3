import { writeFile } from "node:fs/promises";
import { writeJsonAndPage } from "../report/write-report.js";
import { serverHtml } from "./server-html.js";
import { serverJunit } from "./server-junit.js";
import { serverPage } from "./server-page.js";
import { type Allowances, failuresOf, type ServerReport } from "./server-report.js";

/** Writes `server-report.json`, `server-report.md`, `server-report.html` and `server-report.xml`, which is JUnit's, into a folder. */
export async function writeServerReport(folder: URL, report: ServerReport, allowed: Allowances): Promise<void> {
  await writeJsonAndPage(
    folder,
    "server-report",
    { failures: failuresOf(report, allowed), ...report },
    serverPage(report, allowed),
  );
  await writeFile(new URL("server-report.html", folder), serverHtml(report, allowed));
  await writeFile(new URL("server-report.xml", folder), serverJunit(report, allowed));
}
