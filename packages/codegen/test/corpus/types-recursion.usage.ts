import type { Chain, Folder, Json, List, Pair, Shelf, Tree } from "./types-recursion/index.js";

export const tree: Tree = { children: [{ children: [{}] }], inner: { deeper: { deeper: {} } } };
// @ts-expect-error a leaf is a tree
export const wrongTree: Tree = { children: [{ children: [1] }] };
export const list: List = [[], [[], []]];
// @ts-expect-error an item is a list
export const wrongList: List = [[1]];
export const json: Json = { a: [null, "b", { c: [] }] };
// @ts-expect-error a number is none
export const wrongJson: Json = { a: [1] };
export const chain: Chain = { next: { next: {} } };
// @ts-expect-error what is next is a chain
export const wrongChain: Chain = { next: { next: 1 } };
export const folder: Folder = { a: { b: {} } };
// @ts-expect-error what is in it is a folder
export const wrongFolder: Folder = { a: { b: 1 } };
export const pair: Pair = [1, [2, [3]]];
// @ts-expect-error what is second is a pair
export const wrongPair: Pair = [1, [2, 3]];
export const shelf: Shelf = { loop: "a", left: "b" };
