import { documentFile } from "../plan/mark.js";
import type { Surroundings } from "../plan/surroundings.js";
import { codeSpan, webLink } from "./markdown.js";

/** What the number of a version says, and where the document is that it was found from. */
export function versionPolicy({ name, repository, versionsPage }: Surroundings): readonly string[] {
  const url = webAddress(repository?.value);
  const link =
    url === undefined || versionsPage === undefined ? "" : `: ${webLink(`${url}/blob/HEAD/${versionsPage}`)}`;
  return [
    `Before 1.0 a release that may break a caller raises the minor version, and any other one the patch. From 1.0 on a break raises the major version, an addition the minor, and all else the patch. What breaks is found by comparing both editions: what travels, and what compiles${link}.`,
    `The package carries the document that it was generated from, as ${codeSpan(`${name}/${documentFile}`)}.`,
  ];
}

/** Where people read the files of a repository of GitHub or GitLab; undefined for any other: its addresses are not known. */
function webAddress(repository: unknown): string | undefined {
  const url =
    typeof repository === "object" && repository !== null && "url" in repository ? repository.url : repository;
  if (typeof url !== "string") return undefined;
  const [, host = "github.com", path] =
    /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:git@)?(github\.com|gitlab\.com)\/|github:)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? [];
  return path === undefined ? undefined : `https://${host}/${path}`;
}
