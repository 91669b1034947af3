/** How a consumer's compiler looks for modules. node10 knows no `exports`, and is gone in TypeScript 7. */
type Resolution = "node16" | "nodenext" | "bundler" | "node10";

/** What gives the types of `fetch` and the like. */
type Globals = "DOM" | "worker" | "Node";

/** One way in which consumers configure their compiler. */
export interface CompilerSetting {
  readonly resolution: Resolution;
  readonly globals: Globals;
  readonly exactOptionalPropertyTypes: boolean;
}

/** Each resolution with the DOM library, and each set of globals without it. */
const settings: readonly CompilerSetting[] = [
  { resolution: "node16", globals: "DOM", exactOptionalPropertyTypes: false },
  { resolution: "nodenext", globals: "DOM", exactOptionalPropertyTypes: true },
  { resolution: "nodenext", globals: "Node", exactOptionalPropertyTypes: false },
  { resolution: "bundler", globals: "DOM", exactOptionalPropertyTypes: false },
  { resolution: "bundler", globals: "worker", exactOptionalPropertyTypes: false },
  { resolution: "node10", globals: "DOM", exactOptionalPropertyTypes: false },
];

/** Those that a version of TypeScript has. */
export function settingsFor(version: string): readonly CompilerSetting[] {
  return settings.filter(({ resolution }) => resolution !== "node10" || majorOf(version) < 7);
}

export function nameSetting({ resolution, globals }: CompilerSetting): string {
  return `${resolution}, ${globals}`;
}

/** The compiler's options in the words of a tsconfig.json. Declarations of packages are checked as well. */
export function optionsOf(setting: CompilerSetting, version: string): Readonly<Record<string, unknown>> {
  const { resolution, globals, exactOptionalPropertyTypes } = setting;
  return {
    strict: true,
    exactOptionalPropertyTypes,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    ...globalsOf(globals),
    module: resolution === "node16" || resolution === "nodenext" ? resolution : "esnext",
    moduleResolution: resolution,
    // TypeScript 6 refuses node10 without it.
    ...(resolution === "node10" && majorOf(version) === 6 && { ignoreDeprecations: "6.0" }),
  };
}

function globalsOf(globals: Globals): Readonly<Record<"lib" | "types", readonly string[]>> {
  switch (globals) {
    case "DOM":
      return { lib: ["es2022", "dom"], types: [] };
    case "worker":
      return { lib: ["es2022", "webworker"], types: [] };
    case "Node":
      return { lib: ["es2022"], types: ["node"] };
  }
}

function majorOf(version: string): number {
  return Number(version.split(".")[0]);
}
