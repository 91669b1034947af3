import { mask } from "./mask.js";

/** Takes out names and values of headers that repeat a credential, whole: what is left of them might be none. */
export function maskHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const show = (text: string): string => (mask(text, secrets) === text ? text : "***");
  return new Headers([...headers].map(([name, value]): [string, string] => [show(name), show(value)]));
}
