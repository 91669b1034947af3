import type { Change, Diff } from "../src/index.js";

/** A change of line 2, with what a test is about. */
export function change(given: Partial<Change> = {}): Change {
  return {
    rule: "max-length-lowered",
    class: "breaking",
    direction: "request",
    area: "schema",
    operations: ["POST /books"],
    old: { file: "old.yaml", line: 2, column: 3, pointer: "/info" },
    new: { file: "new.yaml", line: 2, column: 3, pointer: "/info" },
    message: "The greatest length of `title` is 5 now, it was 9.",
    ...given,
  };
}

/** A comparison of two files. */
export function diffOf(changes: readonly Change[], given: Partial<Diff> = {}): Diff {
  const sources = new Map([
    ["old.yaml", "title:\n  maxLength: 9\n"],
    ["new.yaml", "title:\n  maxLength: 5\n"],
  ]);
  return { name: "books", old: "old.yaml", new: "new.yaml", changes, sources, ...given };
}

/** Text that ends elements, attributes, scripts, code and comments, and turns and hides what stands around it. */
export const hostile = `</script></style><!--"'\`<img src=x onerror=alert(1)>\u202E\u0000\u200B\uD800 @octocat #12 $x$`;
