import { writeJsonAndPage } from "../report/write-report.js";
import { proxyPage } from "./page.js";
import type { ProxyReport } from "./record.js";

/** Writes `proxy-report.json` and `proxy-report.md` into a folder. */
export function writeProxyReport(folder: URL, report: ProxyReport): Promise<void> {
  return writeJsonAndPage(folder, "proxy-report", report, proxyPage(report));
}
