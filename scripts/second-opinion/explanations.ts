import type { Disagreement } from "./compare.js";

/** Why two servers judge requests of one kind differently. */
export interface Explanation {
  readonly title: string;
  readonly fault: "Ours" | "Prism's" | "Steady's";
  /** The reason, with the section of the standard where one decides. */
  readonly why: string;
  explains(disagreement: Disagreement): boolean;
}

/** The one that explains a disagreement; undefined where none does. */
export function explanationOf(disagreement: Disagreement): Explanation | undefined {
  return explanations.find((one) => one.explains(disagreement));
}

const success = /^2\d\d$/;
const refusal = /^400( E3\d{3})+$/;

/** No two of them explain the same disagreement. */
export const explanations: readonly Explanation[] = [
  {
    title: "A refusal that HTTP leaves to the server: `Accept`",
    fault: "Ours",
    why: "The case expects 406. Where nothing suits, RFC 9110 (12.4.1) lets a server answer 406, as Prism does, or disregard `Accept`, as Steady does. The case stays, because a client has to cope with 406 and a mock server can show it; `facsimile contract --server` takes either answer.",
    explains: ({ name, prism, steady }) => kindOf(name) === "not acceptable" && prism === "406" && success.test(steady),
  },
  {
    title: "A refusal that HTTP leaves to the server: content of GET and DELETE",
    fault: "Ours",
    why: "The case expects a refusal. Such content has no meaning, and a server may reject it, as Prism does, or answer as if it were not there, as Steady does (RFC 9110, 9.3.1 and 9.3.5). OpenAPI does not forbid it where there is no `requestBody` (4.8.10). The case stays, because a client should not send it; `facsimile contract --server` takes either answer.",
    explains: ({ name, method, prism, steady }) =>
      kindOf(name) === "unwanted body" &&
      ["GET", "DELETE"].includes(method) &&
      isMediaTypeRefusal(prism) &&
      success.test(steady),
  },
  {
    title: "Content that POST and PUT would act upon is ignored",
    fault: "Steady's",
    why: "These methods ask the server to act upon the content (RFC 9110, 9.3.3 and 9.3.4), so that a success says that it did. The operation has no `requestBody`: no format of content is supported, and 415 says so (15.5.16).",
    explains: ({ name, method, prism, steady }) =>
      kindOf(name) === "unwanted body" &&
      ["POST", "PUT"].includes(method) &&
      isMediaTypeRefusal(prism) &&
      success.test(steady),
  },
  {
    title: "422 without content that the server understands",
    fault: "Prism's",
    why: "422 says that the type of the content is understood and its syntax right (RFC 9110, 15.5.21). A value in the query, a body that is missing and a media type that is not supported are none of that: 400 (15.5.1) is left for the first two, and 415 (15.5.16) is for the third. Prism takes 422 for a value unless the operation documents 400 alone, and for a media type where it documents 422 and not 415.",
    explains: ({ valid, name, prism, steady }) =>
      !valid &&
      /^(query .* breaks|without body, server$|wrong content type$)/.test(kindOf(name)) &&
      prism === "422" &&
      refusal.test(steady),
  },
  {
    title: "400 for a body that does not fit its schema",
    fault: "Steady's",
    why: "The type of the content is understood, its syntax is right, and the values are wrong: that is 422 (RFC 9110, 15.5.21), which some of these operations document. Steady answers 400 whatever it finds, also where the document has no 400.",
    explains: ({ valid, name, prism, steady }) =>
      !valid && /^body .* breaks/.test(kindOf(name)) && prism === "422" && refusal.test(steady),
  },
  {
    title: "400 for a media type that is not supported",
    fault: "Steady's",
    why: "That is 415 (RFC 9110, 15.5.16). Steady answers 400 whatever it finds.",
    explains: ({ valid, name, prism, steady }) =>
      !valid && kindOf(name) === "wrong content type" && prism === "415" && steady === "400 E3006",
  },
  {
    title: "Credentials are not looked at",
    fault: "Steady's",
    why: "A request without a credential, or with one that is no credential of its scheme, succeeds. One of the operation's security requirements has to be satisfied (OpenAPI 3.1, 4.8.30), and 401 says that none is (RFC 9110, 15.5.2).",
    explains: ({ valid, prism, steady }) => !valid && prism === "401" && success.test(steady),
  },
  {
    title: "An API key in the query is taken for an undocumented parameter",
    fault: "Steady's",
    why: "The security scheme documents the parameter's name (OpenAPI 3.1, 4.8.27). Steady answers with success and notes E3015.",
    explains: ({ valid, name, prism, steady }) =>
      valid && /with QueryAPIKey$/.test(name) && success.test(prism) && steady === `${prism} E3015`,
  },
  {
    title: "A number outside its limits succeeds",
    fault: "Steady's",
    why: "A number below `minimum` or above `maximum` is not valid (JSON Schema 2020-12 Validation, 6.2.2 and 6.2.4). Steady finds it and notes E4004, but refuses no request for limits, lengths or patterns, which it calls notes about content.",
    explains: ({ valid, name, prism, steady }) =>
      !valid &&
      / breaks (minimum|maximum)(, raw)?$/.test(name) &&
      ["422", "400"].includes(prism) &&
      /^2\d\d E4004$/.test(steady),
  },
  {
    title: "A media type for no content",
    fault: "Prism's",
    why: "The operation documents no content for this answer, and there is none, but Prism says that it is `text/plain`. `Content-Type` is about a representation (RFC 9110, 8.3), and here is none.",
    explains: ({ valid, about, prism, steady }) =>
      valid && about === "media type" && prism === "text/plain" && steady === "none",
  },
];

/** Prism answers 415, or 400 where the operation documents that and not 415. */
function isMediaTypeRefusal(status: string): boolean {
  return status === "415" || status === "400";
}

/** The name of a case without the operation: `not acceptable`. */
function kindOf(name: string): string {
  return name.slice(name.indexOf(": ") + 2);
}
