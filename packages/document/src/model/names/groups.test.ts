import { describe, expect, it } from "vitest";
import { build, find } from "../../../test/documents.js";
import { fileName } from "./spelling.js";

type Sample = readonly (readonly [path: string, ...tags: string[]])[];

function documentOf(operations: Sample): string {
  const paths = operations.map(([path, ...tags], index) => [
    path,
    {
      get: {
        operationId: `get${index}`,
        ...(tags.length > 0 && { tags }),
        responses: { "200": { description: "Done." } },
      },
    },
  ]);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tins", version: "1" },
    paths: Object.fromEntries(paths) as object,
  });
}

/** Each group by its subpath, with the numbers of its operations; what another group declares is in parentheses. */
async function groupsOf(operations: Sample): Promise<Record<string, string>> {
  const { groups } = await build(documentOf(operations));
  const entries = groups.map(({ name, operations: members, own }) => {
    const texts = members.map((one) => (own.includes(one) ? one.name : `(${one.name})`));
    return [name, texts.join(" ").replaceAll("get", "")];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

describe("operations", () => {
  it.each<[what: string, operations: Sample, expected: Record<string, string>]>([
    [
      "of a tag are a group",
      [
        ["/a", "Pull requests"],
        ["/b", "Pull requests"],
      ],
      { "pull-requests": "0 1" },
    ],
    [
      "of several tags belong to the first",
      [
        ["/a", "Cups"],
        ["/b", "Tins", "Cups"],
      ],
      { cups: "0 (1)", tins: "1" },
    ],
    ["of one tag twice are in its group once", [["/a", "Tins", "Tins"]], { tins: "0" }],
    ["without a tag go by their first segment", [["/tins/{id}"], ["/tins"], ["/{id}/cups"]], { tins: "0 1", id: "2" }],
    ["without a tag or a segment are at the root", [["/"]], { root: "0" }],
    ["without a tag join the tag that is spelled like their segment", [["/tins"], ["/b", "Tins"]], { tins: "0 1" }],
    ["go by segments that are spelled alike", [["/a-b"], ["/aB"], ["/a_b"]], { "a-b": "0 1 2" }],
    ["keep off what a package has anyway", [["/a", "Webhooks"], ["/raw"]], { "webhooks-2": "0", "raw-2": "1" }],
    [
      "keep off names that no file has on Windows",
      [
        ["/a", "con"],
        ["/b", "COM1"],
      ],
      { "con-2": "0", "com1-2": "1" },
    ],
    [
      "of tags that are spelled alike are apart",
      [
        ["/a", "A b"],
        ["/b", "a-b"],
      ],
      { "a-b": "0", "a-b-2": "1" },
    ],
    ["of a tag without letters have one all the same", [["/a", "🫖"]], { tag: "0" }],
    ["keep letters of other scripts", [["/a", "Чай и вода"]], { "чай-и-вода": "0" }],
  ])("%s", async (_what, operations, expected) => {
    expect(await groupsOf(operations)).toEqual(expected);
  });
});

describe("a warning", () => {
  it("says each tag that gets another subpath than it is spelled", async () => {
    const found = await find(
      documentOf([
        ["/a", "A b"],
        ["/b", "a-b"],
        ["/c", "Raw"],
        ["/d", "🫖"],
        ["/e", "Tins"],
      ]),
    );
    expect(found.filter((line) => line.includes("tag-name")).map((line) => line.replace(/^\S+ /, ""))).toEqual([
      "tag-name-changed /paths/~1b/get/tags/0",
      "tag-name-changed /paths/~1c/get/tags/0",
      "tag-name-changed /paths/~1d/get/tags/0",
    ]);
  });

  it("is not given for segments, which nobody has chosen as names", async () => {
    const found = await find(documentOf([["/raw"], ["/a-b"], ["/aB"]]));
    expect(found.filter((line) => line.includes("tag-name"))).toEqual([]);
  });
});

it("the name of a file has less than 255 bytes, whatever it is made of", () => {
  for (const letter of ["a", "茶", "𝒶"])
    expect(Buffer.byteLength(`shared-${fileName(letter.repeat(500))}-10.d.ts`)).toBeLessThan(256);
  expect(fileName(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
});
