import { describe, expect, it, test } from "vitest";
import { isName } from "./characters.js";
import { camelCase, pascalCase } from "./spelling.js";

test.each([
  ["getUser", "getUser"],
  ["GetUser", "getUser"],
  ["list_users", "listUsers"],
  ["repos/list-for-org", "reposListForOrg"],
  ["users.get by id", "usersGetById"],
  ["URLCheck", "urlCheck"],
  ["GET", "get"],
  ["GETUser2", "getUser2"],
  ["2fa-enable", "_2faEnable"],
  ["élan vital", "élanVital"],
  ["$batch", "$batch"],
  ["größe/日本語", "größe日本語"],
  ["x² + y½", "xY"],
  ["a\u200db\u3164c", "aBC"],
  ["🚀launch", "launch"],
  ["𠮷野家", "𠮷野家"],
  ["שלום", "שלום"],
  ["__proto__", "proto"],
  ["---", ""],
  ["🚀", ""],
])("the operationId %s becomes the name %s", (id, name) => {
  expect(camelCase(id)).toBe(name);
});

test.each([
  ["simple-user", "SimpleUser"],
  ["simple_user", "SimpleUser"],
  ["User", "User"],
  ["HTTPValidationError", "HTTPValidationError"],
  ["api.v1.User", "ApiV1User"],
  ["4xxMessage", "_4xxMessage"],
  ["a's b", "AsB"],
  ["größe", "Größe"],
  ["***", ""],
])("the key %s of a schema becomes the name %s", (key, name) => {
  expect(pascalCase(key)).toBe(name);
});

describe("letters that are composed in another way", () => {
  it("give the same name", () => {
    expect(camelCase("cafe\u0301")).toBe(camelCase("caf\u00e9"));
  });
});

test.each(["a", "A1", "_a", "$", "delete", "größe"])("%s is a name", (name) => {
  expect(isName(name)).toBe(true);
});

test.each(["", "1a", "a b", "a-b", "a\u200d", "\u3164", "🚀", "\u0301a"])("%j is no name", (name) => {
  expect(isName(name)).toBe(false);
});
