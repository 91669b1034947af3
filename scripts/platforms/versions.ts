/**
 * The exact version of everything that packages are tried on besides what this repository is developed with. The README of packages/runtime has
 * these platforms in a table, which versions.test.ts holds against this file.
 */

/** The first that packages run on, and the last of each line since. The next one is taken over by hand, as all of these are. */
export const nodeVersions = ["20.19.0", "22.23.3", "24.21.0", "26.10.0"] as const;

/** The first version that packages compile with, and the last of each minor after it. */
export const typescriptVersions = ["5.4.5", "5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3", "7.0.2"] as const;

/** Declarations of Node that all of these compile with. */
export const nodeTypesVersion = "20.19.25";

/** It drives the Chromium that the machine has. */
export const playwrightVersion = "1.58.0";

/** The first that was tried, and the last. */
export const bunVersions = ["1.0.36", "1.4.5"] as const;

/** The first that was tried, and the last. */
export const denoVersions = ["2.0.0", "2.9.6"] as const;

/** The last that runs on Node 20, with the workerd that it depends on. */
export const miniflareVersion = "4.20260424.0";

/** Jest, and what compiles for it what it does not read itself. */
export const jestVersions = {
  jest: "30.5.2",
  "@types/jest": "30.0.0",
  "ts-jest": "29.4.15",
  typescript: "5.9.3",
  "@babel/core": "7.29.13",
  "@babel/preset-env": "7.29.14",
  "@babel/preset-typescript": "7.29.7",
} as const;

export const reactNativeVersion = "0.88.1";

/** `URL` of the standard, which React Native has not. */
export const urlPolyfillVersion = "4.0.0";

/** What the parts of React Native that make `fetch` depend on, and what takes the types out of them. */
export const reactNativeParts = {
  "base64-js": "1.5.1",
  invariant: "2.2.4",
  "whatwg-fetch": "3.6.20",
  "flow-remove-types": "2.336.0",
} as const;
