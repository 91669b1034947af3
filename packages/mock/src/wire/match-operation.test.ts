import { type Api, buildModel, type JsonObject } from "@facsimile/document";
import { expect, it } from "vitest";
import { asDocument } from "../server/as-document.js";
import { matchOperation } from "./match-operation.js";

function apiOf(...paths: readonly string[]): Api {
  const responses = { 204: { description: "Done." } };
  const items = paths.map((path): [string, JsonObject] => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const parameters = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    return [path, { get: { parameters, responses } }];
  });
  const json = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: Object.fromEntries(items) };
  const { api } = buildModel(asDocument(json));
  if (api === undefined) throw new Error("no API");
  return api;
}

/** The path template of a request, with the texts of its parameters. */
function matched(path: string, ...paths: readonly string[]): string {
  const match = matchOperation(apiOf(...paths), "/v1", "GET", path);
  return match.kind === "operation" ? [match.operation.path, ...match.path.values()].join(" ") : match.kind;
}

it.each([
  ["/v1/teas/mine", "/teas/mine"],
  ["/v1/teas/m%69ne", "/teas/mine"],
  ["/v1/teas/green%20one", "/teas/green%20one"],
  ["/v1/teas/key=a%2Fb", "/teas/key={key} a%2Fb"],
  ["/v1/teas/key", "/teas/{id} key"],
  ["/v1/teas/1/leaves", "/teas/{id}/{part} 1 leaves"],
  ["/v1/teas/1/2/3", "unknown path"],
])("takes %s for %s, whatever the order of the paths is", (path, expected) => {
  const paths = ["/teas/{id}", "/teas/key={key}", "/teas/mine", "/teas/green%20one", "/teas/{id}/{part}"];
  expect(matched(path, ...paths)).toBe(expected);
  expect(matched(path, ...paths.reverse())).toBe(expected);
});
