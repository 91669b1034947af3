import { readSettings } from "./settings.js";
import { writeTest } from "./test-source.js";

/** One way in which applications test with Jest. */
export interface JestProject {
  readonly name: string;
  /** The files of its folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether Node has to be told to let Jest load ES modules. */
  readonly vmModules: boolean;
  /** Whether it needs a Jest that requires ES modules, which it does from Node 24.9 on (Jest's documentation, "`require()` of ESM"). */
  readonly requiresModules?: boolean;
}

export async function listProjects(): Promise<readonly JestProject[]> {
  const { babel, tsJest } = await readSettings();
  const typescript = babel.replace("presets: [", 'presets: ["@babel/preset-typescript", ');
  const compilerOptions = {
    strict: true,
    allowJs: true,
    target: "es2022",
    module: "commonjs",
    moduleResolution: "node10",
    lib: ["es2022", "dom"],
    types: ["jest", "node"],
  };
  return [
    {
      name: "CommonJS, Babel",
      files: { "calls.test.js": writeTest("require"), "jest.config.js": babel },
      vmModules: false,
    },
    {
      name: "TypeScript, Babel",
      files: { "calls.test.ts": writeTest("import", true), "jest.config.js": typescript },
      vmModules: false,
    },
    {
      name: "TypeScript, ts-jest",
      files: {
        "calls.test.ts": writeTest("import", true),
        "jest.config.js": tsJest,
        "tsconfig.json": JSON.stringify({ compilerOptions }),
      },
      vmModules: false,
    },
    {
      name: "ES modules",
      files: {
        "calls.test.js": writeTest("import"),
        "package.json": '{"private":true,"type":"module"}',
      },
      vmModules: true,
    },
    {
      name: "CommonJS, no setting",
      files: { "calls.test.js": writeTest("require") },
      vmModules: true,
      requiresModules: true,
    },
  ];
}
