import type { Contact, ContactRequest, Reference } from "./types-required-alternatives/index.js";

export const references: readonly Reference[] = [{ id: 1 }, { slug: "a" }];
// @ts-expect-error one of them is there
export const neither: Reference = {};
// @ts-expect-error the slug is text
export const wrong: Reference = { slug: 1 };

export const contacts: readonly Contact[] = [
  { name: "a", email: "b" },
  { name: "a", phone: "b", email: "c" },
  { name: "a", id: "b" },
];
// @ts-expect-error one of them is there
export const unreachable: Contact = { name: "a" };
// @ts-expect-error the name is required besides
export const nameless: Contact = { email: "b" };
export const sent: readonly ContactRequest[] = [{ name: "a", email: "b" }, { name: "a" }];
// @ts-expect-error a request has no id
export const identified: ContactRequest = { name: "a", id: "b" };

export function reach(contact: Contact): string | undefined {
  return contact.email ?? contact.phone;
}
