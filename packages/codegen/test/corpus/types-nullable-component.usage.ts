import type { Shelf } from "./types-nullable-component/index.js";

export const either: readonly Shelf["either"][] = [{ lid: "red" }, { key: true }];
export const both: Shelf["both"] = { lid: "red" };
export const free: Shelf["free"] = null;
// @ts-expect-error it is an object
export const eitherNull: Shelf["either"] = null;
// @ts-expect-error it is an object
export const bothNull: Shelf["both"] = null;
