/** What a heading or a sentence says that the sample below it is. */
export type SampleLabel =
  | { readonly of: "request" }
  | { readonly of: "response"; readonly status: string | undefined }
  | { readonly of: "model" };

/** A sentence with more characters says more than what a sample is. */
const longest = 100;

const attributes = "an? |the |some |json |sample |example |success |successful |of ";
const follows = " body| payload| content| sample| example| json| in json";
const status =
  "(?: (?:with |with the |for )?(?:http )?(?:status )?(?:code )?([1-5]\\d\\d)(?: (?:ok|created|accepted))?)?";
const message = new RegExp(
  `^(?:${attributes})*(request|response)(?:${follows})*${status}(?: looks like this| is| as json)?$`,
);
const body = new RegExp(`^(?:${attributes})*body of (?:a |the )?(request|response)$`);
const model = /^(?:json )?(?:example|sample)(?: value| json| as json| in json)?$/;

/**
 * Understands the last sentence of a text as the name of the sample that follows it: `Request body:`, `Example response (200)`. Undefined where it
 * says anything else.
 */
export function sampleLabel(text: string): SampleLabel | undefined {
  const sentence =
    text
      .trim()
      .split(/\n|(?<=[.!?])\s/)
      .at(-1) ?? "";
  if (sentence.length > longest) return undefined;
  const words = sentence
    .toLowerCase()
    .replace(/[():.,*_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (model.test(words)) return { of: "model" };
  const named = message.exec(words) ?? body.exec(words);
  if (named === null) return undefined;
  return named[1] === "response" ? { of: "response", status: named[2] } : { of: "request" };
}
