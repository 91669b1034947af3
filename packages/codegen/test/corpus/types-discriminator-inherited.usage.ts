import type { Book, Comic, Framed, Item, Novel, Picture } from "./types-discriminator-inherited/index.js";

export const item: Item = { kind: "whatever", name: "a" };
export const book: Book = { kind: "whatever", pages: 1 };
export const comic: Comic = { kind: "funny", pages: 1, artist: "a" };
export const novel: Novel = { kind: "Novel", pages: 1, author: "a" };
// @ts-expect-error the mapping calls it funny
export const wrongComic: Comic = { kind: "Comic", artist: "a" };
// @ts-expect-error it is called by its name
export const wrongNovel: Novel = { kind: "novel" };

export const framed: Framed = { frame: "oak", kind: "picture", width: 1 };
// @ts-expect-error the frame is text
export const misFramed: Framed = { frame: 1, kind: "picture" };
// @ts-expect-error there is no such picture
export const unknown: Framed = { kind: "drawing" };
export const picture: Picture = { kind: "whatever" };
