import type { PutShelfInput, Shelf, ShelfRequest, Tree, TreeRequest } from "./types-direction/index.js";

export const answered: Shelf = {
  id: "a",
  seen: "b",
  name: "c",
  stamp: "d",
  tree: { key: "e", branches: [{ key: "f" }] },
};
// @ts-expect-error the id is answered
export const without: Shelf = { tree: { key: "e" } };
// @ts-expect-error the code is not answered
export const coded: Shelf = { id: "a", code: "b", tree: { key: "e" } };

export const sent: ShelfRequest = { code: "a", name: "b", tree: { pass: "c", branches: [{ pass: "d" }] } };
export const input: PutShelfInput["body"] = sent;
// @ts-expect-error the id is not sent
export const identified: ShelfRequest = { id: "a", tree: { pass: "b" } };
// @ts-expect-error nor what is optional
export const dated: ShelfRequest = { seen: "a", tree: { pass: "b" } };
// @ts-expect-error nor what its own schema marks
export const stamped: ShelfRequest = { stamp: "a", tree: { pass: "b" } };

export const tree: Tree = { key: "a", up: { id: "b", tree: { key: "c" } } };
// @ts-expect-error the pass is not answered, at whatever depth
export const passed: Tree = { key: "a", branches: [{ key: "b", pass: "c" }] };
export const treeSent: TreeRequest = { pass: "a", up: { tree: { pass: "b" } } };
// @ts-expect-error the key is not sent, at whatever depth
export const keyed: TreeRequest = { pass: "a", up: { tree: { pass: "b", key: "c" } } };
