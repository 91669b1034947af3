import type { Any, Beside, One, Post, Titled, TitledRequest, Undeclared } from "./types-required-beside/index.js";

export const post: Post = { title: "a", id: 1, note: "b" };
// @ts-expect-error the title is required by the part beside the one that declares it
export const untitled: Post = { id: 1 };
// @ts-expect-error the id is required
export const unnumbered: Post = { title: "a" };
// @ts-expect-error the title is text
export const misTitled: Post = { title: 1, id: 1 };

export const answered: Titled = { key: "a", title: "b" };
// @ts-expect-error answers have the key
export const keyless: Titled = { title: "b" };
// @ts-expect-error answers have no secret
export const tells: Titled = { key: "a", title: "b", secret: "c" };
export const sent: TitledRequest = { title: "b", secret: "c" };
// @ts-expect-error requests have the secret
export const silent: TitledRequest = { title: "b" };
// @ts-expect-error requests have no key
export const keyed: TitledRequest = { key: "a", title: "b", secret: "c" };

export const beside: Beside = { title: "a" };
// @ts-expect-error required beside $ref
export const besideNothing: Beside = {};

export const one: readonly One[] = [{ size: 1 }, { size: "1", unit: "m" }];
// @ts-expect-error required beside oneOf
export const oneSizeless: One = { unit: "m" };
export const any: readonly Any[] = [{ size: 1 }, { size: 1, weight: 2 }];
export const size = (sized: One): number | string => sized.size;
// @ts-expect-error required beside anyOf
export const anySizeless: Any = { weight: 2 };

export const undeclared: readonly Undeclared[] = [{ extra: 1 }, { extra: null, size: 1 }];
// @ts-expect-error what nobody declares may be required
export const withoutExtra: Undeclared = { size: 1 };
