/** Shorter texts are in every word, and no secret. */
const shortest = 4;

/** Knows secrets in the encodings in which they travel, and tells whether a text has one in it. */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #lengths = new Set<number>();

  /** Learns a text and, where it is several words or a list of cookies, each of its parts. */
  learn(text: string): void {
    const parts = [text, ...text.split(/[\s,;:&=]+/)];
    for (const part of parts) for (const form of formsOf(part.trim())) this.#add(form);
  }

  /** True where a text has a secret in it, or is a part of one. */
  has(text: string): boolean {
    const given = text.toLowerCase();
    if (this.#known.has(given)) return true;
    for (const length of this.#lengths)
      for (let at = 0; at + length <= given.length; at += 1)
        if (this.#known.has(given.slice(at, at + length))) return true;
    return false;
  }

  #add(form: string): void {
    if (form.length < shortest) return;
    this.#known.add(form.toLowerCase());
    if (form.length <= longestShown) this.#lengths.add(form.length);
  }
}

/** No text of a recording that is longer is shown. */
export const longestShown = 60;

function formsOf(text: string): readonly string[] {
  if (text.length < shortest || text.length > 4096) return [text];
  const bytes = Buffer.from(text, "utf8");
  const base64 = bytes.toString("base64");
  const decodedOnce = /^[\w+/-]+={0,2}$/.test(text) ? [Buffer.from(text, "base64").toString("utf8")] : [];
  const decodedParts = decodedOnce.flatMap((one) => one.split(":"));
  return [
    text,
    new URLSearchParams([["", text]]).toString().slice(1),
    base64,
    base64.replace(/(?<!=)=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    JSON.stringify(text).slice(1, -1),
    ...decodedOnce,
    ...decodedParts,
  ];
}
