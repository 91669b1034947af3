import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../repository.js";
import type { DocumentOrder, Order, PagesOrder } from "./workbench.js";

/** @returns a sentence where something is wrong with the arguments */
export function readOrder(): PagesOrder | DocumentOrder | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        name: { type: "string" },
        source: { type: "string" },
        "keep-going": { type: "boolean", default: false },
        whole: { type: "boolean", default: false },
        into: { type: "string", default: root },
      },
    });
    const [given, second, more] = positionals;
    if (given === undefined || more !== undefined) return "name a folder of pages, or an OpenAPI document";
    const name = values.name ?? second ?? nameOf(given);
    if (name === undefined) return "name the provider with --name";
    if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name))
      return `a provider's name is of lower-case words with "-", not "${name}"`;
    const order: Order = { name, whole: values.whole, into: path.resolve(values.into) };
    const source = values.source === undefined ? undefined : path.resolve(values.source);
    return orderOf(given, order, { source, keepGoing: values["keep-going"] });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function orderOf(
  given: string,
  order: Order,
  ofPages: Pick<PagesOrder, "source" | "keepGoing">,
): PagesOrder | DocumentOrder | string {
  const url = isUrl(given) && URL.canParse(given) ? new URL(given) : undefined;
  const place = path.resolve(given);
  if (url === undefined && !existsSync(place)) return `${given} is not there`;
  if (url === undefined && statSync(place).isDirectory()) return { ...order, ...ofPages, docs: place };
  if (ofPages.source !== undefined || ofPages.keepGoing) return "--source and --keep-going go with a folder of pages";
  return { ...order, document: url ?? place };
}

function isUrl(given: string): boolean {
  return /^https?:\/\//i.test(given);
}

/** The provider of a file or folder that is called as it is. */
function nameOf(given: string): string | undefined {
  const last = isUrl(given) ? (given.split(/[?#]/)[0] ?? "") : path.resolve(given);
  const name = path
    .basename(last)
    .replace(/\.(ya?ml|json)$/i, "")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  return sayNothing.has(name) ? undefined : name;
}

/** What documents and folders of pages are called whoever's they are. */
const sayNothing = new Set(["", "api", "api-docs", "doc", "docs", "openapi", "pages", "spec", "swagger"]);
