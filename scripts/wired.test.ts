import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { listProviders, root, specOf } from "./repository.js";

interface Task {
  readonly dependsOn?: readonly string[];
  readonly inputs?: readonly string[];
}

/** The tasks of the root that need the package of every provider. */
const tasksOfAll = ["//#check:packages", "//#api:check", "//#mutation:sample"];

// Written by hand, and read by turbo itself.
const { tasks } = JSON.parse(readFileSync(path.join(root, "turbo.json"), "utf8")) as {
  readonly tasks: Readonly<Record<string, Task>>;
};

it.each(listProviders())("%s has all that belongs to a provider", (provider) => {
  const package_ = `@facsimile/${provider}`;
  const files = [
    `specs/${provider}/evidence.json`,
    `specs/${provider}/texts.json`,
    `packages/${provider}/package.json`,
    `api/${provider}.api.md`,
  ];
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect(tasks[`${package_}#contract`]?.inputs).toContain(`$TURBO_ROOT$/${specOf(provider)}`);
  expect(tasksOfAll.filter((task) => !tasks[task]?.dependsOn?.includes(`${package_}#build`))).toEqual([]);
});

it("names no provider that is gone", () => {
  const named = Object.keys(tasks).flatMap((task) => /^@facsimile\/(.*)#contract$/.exec(task)?.[1] ?? []);
  expect(named.sort()).toEqual(listProviders());
});
