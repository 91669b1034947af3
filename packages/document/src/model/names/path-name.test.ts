import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isName } from "./characters.js";
import { pathName } from "./path-name.js";

test.each([
  ["GET /users", "getUsers"],
  ["POST /users", "postUsers"],
  ["GET /users/{id}", "getUsersById"],
  ["GET /users/{id}/items", "getUsersByIdItems"],
  ["DELETE /pets/{petId}", "deletePetsByPetId"],
  ["GET /pets/{petId}/toys/{toyId}", "getPetsByPetIdToysByToyId"],
  ["GET /v1/audio/transcriptions", "getV1AudioTranscriptions"],
  ["GET /repos/{owner}/{repo}", "getReposByOwnerByRepo"],
  ["GET /repos/{owner}/{repo}/issues/{issue_number}", "getReposByOwnerByRepoIssuesByIssue_number"],
  [
    "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
    "getReposByOwnerByRepoCode_ScanningAlertsByAlert_number",
  ],
  ["GET /api-keys", "getApi_Keys"],
  ["DELETE /api-keys/{api_key_id}", "deleteApi_KeysByApi_key_id"],
  ["PATCH /audiences/{audience_id}/contacts/{id}", "patchAudiencesByAudience_idContactsById"],
  ["GET /data_attributes", "getData_attributes"],
  ["PUT /contacts/{contact_id}/archive", "putContactsByContact_idArchive"],
  ["GET /oauth2/token", "getOauth2Token"],
  ["POST /oauth2/token#refresh", "postOauth2$token_23_refresh"],
  ["GET /files/{file_id}/thumbnail.{extension}", "getFilesByFile_id$thumbnail_2e__7b_extension_7d_"],
  ["POST /responses?beta=true", "post$responses_3f_beta_3d_true"],
  ["GET /applications/@me", "getApplications$_40_me"],
  ["GET /channels/{channel_id}/users/@me/threads", "getChannelsByChannel_idUsers$_40_me$Threads"],
  [
    "GET /repos/{owner}/{repo}/compare/{base}...{head}",
    "getReposByOwnerByRepoCompare$_7b_base_7d__2e__2e__2e__7b_head_7d_",
  ],
  ["GET /pet/findByStatus", "getPet$findByStatus"],
  ["POST /pet/{petId}/uploadImage", "postPetByPetId$uploadImage"],
  ["GET /user/{username}", "getUserByUsername"],
  ["GET /Employees/{EmployeeID}", "get$Employees$By$EmployeeID"],
  ["GET /2010-04-01/Accounts.json", "get$2010_2d_04_2d_01$$Accounts_2e_json"],
  ["GET /admin.apps.approve", "get$admin_2e_apps_2e_approve"],
  ["GET /größe", "get$größe"],
  ["GET /a%20b", "get$a_25_20b"],
  ["GET /", "get"],
  ["DELETE /", "delete"],
  ["GET //", "get$$$"],
  ["GET /users/", "getUsers$"],
  ["GET users", "get_Users"],
])("%s is called %s", (request, name) => {
  const [method = "", path = ""] = request.split(" ");
  expect(pathName(method.toLowerCase(), path)).toBe(name);
});

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Paths that are near each other: what separates words, marks of the names themselves, and letters in both cases. */
const part = fc.constantFrom(
  ..."/ / / { } { } {id} /{id} /{petId} /id /by By Id a b A B aB a_b a-b - _ __ $ 2 1 . ? # % @ é É _2d_ $$ 𠮷".split(
    " ",
  ),
);
const path = fc.oneof(
  { weight: 3, arbitrary: fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join("")}`) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

describe("the name of a method and a path", () => {
  it("is a name", () => {
    fc.assert(fc.property(fc.constantFrom(...methods), path, (method, one) => isName(pathName(method, one))));
  });

  it("says which method and path it was made of, so that no two have the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), path, (method, one) => {
        expect(requestOf(pathName(method, one))).toEqual([method, one]);
      }),
      { numRuns: 5000 },
    );
  });

  it("takes time in proportion to the path", () => {
    const name = pathName("get", "/a-b/{c_d}/Ef".repeat(20_000));
    expect(name.length).toBeGreaterThan(200_000);
  });
});

/** Reads a name back, by the rules that its documentation states. */
function requestOf(name: string): [string, string] {
  const method = methods.find((one) => name.startsWith(one) && !/^[a-z0-9]/.test(name.slice(one.length))) ?? "";
  const marked = name.slice(method.length);
  const rest = marked.replace(/^_/, "");
  const tokens = rest.match(/\$[^$]*\$?|By(?=[A-Z$])|[A-Z][a-z0-9]*(?:_(?:[A-Z][a-z0-9]*|[a-z0-9]+))*/gu) ?? [];
  const segments: string[] = [];
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === "By") segments.push(`{${readParameter(tokens)}}`);
    else segments.push(readSegment(token));
  }
  return [method, `${marked === rest ? "/" : ""}${segments.join("/")}`];
}

function readParameter(tokens: string[]): string {
  const first = tokens.shift() ?? "";
  if (first.startsWith("$") || first === "Id") return readSegment(first);
  const end = tokens.findIndex((token) => token === "Id" || token === "By" || /[_$]/.test(token));
  if (first.includes("_") || end === -1 || tokens[end] !== "Id") return readSegment(first);
  return [first.charAt(0).toLowerCase() + first.slice(1), ...tokens.splice(0, end + 1)].join("");
}

function readSegment(token: string): string {
  if (!token.startsWith("$"))
    return (token.charAt(0).toLowerCase() + token.slice(1)).replace(
      /_([A-Z])/g,
      (_, letter) => `-${letter.toLowerCase()}`,
    );
  return token.replace(/^\$|\$$/g, "").replace(/__|_([0-9a-f]+)_/g, (_, code?: string) => {
    return code === undefined ? "_" : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
