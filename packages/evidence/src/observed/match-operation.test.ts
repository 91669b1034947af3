import { describe, expect, it } from "vitest";
import { OperationMatcher } from "./match-operation.js";

/** Whether a call of a host is one of the API of a server. */
function isOf(url: string, host: string): boolean {
  const request = { method: "GET", host, path: [], query: [], headers: [], credentials: [], body: undefined };
  return new OperationMatcher({ servers: [{ url }], paths: {} }).match(request).kind !== "elsewhere";
}

describe("the server of a host with variables", () => {
  it.each([
    ["https://{a}.shop.test", "eu.SHOP.test", true],
    ["https://{a}.shop.test", ".shop.test", false],
    ["https://{a}.shop.test", "shop.test", false],
    ["https://{a}.shop.test", "eu.shop.test.evil", false],
    ["https://{a}.shop.test", "eu.evilshop.test", false],
    ["https://{a}{b}.test", "xy.test", true],
    ["https://{a}{b}.test", "x.test", false],
    ["https://api.{a}.shop.{b}.test", "api.eu.shop.de.test", true],
    ["https://api.{a}.shop.{b}.test", "api.eu.stop.de.test", false],
    ["https://api.{a}.shop.{b}.test", "api.eu.shop..test", false],
    ["https://api.{a}.shop.{b}.test", "web.eu.shop.de.test", false],
  ])("%s has something in the place of each, and the rest as it is: %s is %s", (url, host, isIts) => {
    expect(isOf(url, host)).toBe(isIts);
  });
});
