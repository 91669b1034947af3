import { describe, expect, it } from "vitest";
import { callOptions, own, runtime, teaRepository } from "./tea-repository.js";

const { write, read, git, writePackage, run } = teaRepository();

describe("what users see of types", () => {
  it("asks for what users see of a runtime of the same repository, with its source alone", async () => {
    write("packages/runtime/src/index.ts", callOptions("readonly timeout?: number;\n  readonly retries?: number;"));
    expect((await run("--check")).out).toMatch(/nothing has changed\n$/);
    write("packages/runtime/src/index.ts", callOptions("readonly retries?: number;"));
    expect((await run("--check")).out).toMatch(
      /minor is needed after 0\.1\.0:\n {2}- `CallOptions\.timeout` is gone\.\n/,
    );
    expect((await run()).out).toContain(`minor, ${own} is written`);
    expect(read(own)).toContain("- Breaking: `CallOptions.timeout` is gone.");
  });

  it("takes a runtime that was not there for what it was", async () => {
    git("mv", "packages/runtime", "packages/moved");
    write("packages/moved/src/index.ts", callOptions("readonly retries?: number;"));
    expect(await run("--check")).toMatchObject({ code: 0, out: expect.stringMatching(/nothing has changed\n$/) });
  });

  it("asks for a patch where no more than the range of the runtime is raised", async () => {
    write("packages/runtime/package.json", JSON.stringify({ ...runtime, version: "0.2.0" }));
    writePackage("0.1.0", "^0.2.0");
    await run();
    expect(read(own)).toContain('"@acme/tea": patch');
    expect(read(own)).toContain("- `@facsimile/runtime` is needed in `^0.2.0` now, it was `^0.1.0`.");
  });

  it("asks for what breaks in the types alone", async () => {
    write("packages/tea/src/index.ts", read("packages/tea/src/index.ts").replace("interface Tea ", "interface Leaf "));
    await run();
    expect(read(own)).toMatch(/"@acme\/tea": minor[\s\S]*- Breaking: .*`Tea`.*`Leaf`/);
  });
});
