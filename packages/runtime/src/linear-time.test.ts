import { expect, it } from "vitest";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { nextLink } from "./link.js";
import { mask } from "./masking/mask.js";
import { maskHeaders } from "./masking/mask-headers.js";
import { maskUrl } from "./masking/mask-url.js";
import { maskValue } from "./masking/mask-value.js";
import { readDeviceAnswer } from "./oauth2/device-answer.js";
import { readTokenAnswer } from "./oauth2/token-answer.js";
import { createRecord } from "./repeats.js";
import { readHeaders } from "./response/headers.js";
import { readJson } from "./response/json.js";
import { matchMediaType } from "./response/media-type.js";
import { readRetryAfter } from "./retry.js";
import { toJson } from "./serialize/json.js";
import { contentOf } from "./testing/api.js";
import { parseUrl } from "./url.js";

const secrets = ["canary-key-1"];
const shown = { device_code: "1", user_code: "1" };
const headersOf = (name: string, text: string): Headers => new Headers({ [name]: text });

/** Every loop over a text that others wrote. One that is new is a line here. */
const loops: Readonly<Record<string, (text: string) => unknown>> = {
  "taking secrets out of a text": (text) => mask(text, secrets),
  "taking secrets out of a URL": (text) => maskUrl(`https://a.example/?${text}`, secrets),
  "taking secrets out of a value": (text) => maskValue([text, { [text]: text }], secrets),
  "taking secrets out of headers": (text) => maskHeaders(headersOf("x-said", text), secrets),
  "the message of an error": (text) => new InvalidRequestError(text),
  "the link to the next page": (text) => nextLink(headersOf("link", text)),
  "the parameters of a link": (text) => nextLink(headersOf("link", `<x>; rel="${text}`)),
  "a URL": (text) => parseUrl(text, "https://a.example"),
  "a page that may have come before": (text) => createRecord()(text),
  "JSON that is none": (text) => readJson(text),
  "a text of JSON": (text) => readJson(JSON.stringify(text)),
  "a stated header": (text) => {
    for (const type of ["array", "object", "json"] as const) readHeaders({ "X-A": type }, headersOf("x-a", text));
  },
  "a media type": (text) => matchMediaType(contentOf("application/json", "text/*"), text),
  "how long to wait": (text) => readRetryAfter(headersOf("retry-after", text), 0),
  "what a token endpoint says": (text) => readTokenAnswer({ status: 400, contentType: text, text }),
  "what a device is to show": (text) =>
    readDeviceAnswer({ status: 200, contentType: "", text: JSON.stringify({ device_code: text, user_code: text }) }),
  "where a device sends people": (text) =>
    readDeviceAnswer({ status: 200, contentType: "", text: JSON.stringify({ ...shown, verification_uri: text }) }),
  "numbers in a request": (text) => toJson([text, 1n]),
};

/** What makes those wait who look for something in it, where they look again from each place. */
const fillings = [
  "a",
  " ",
  ";",
  "?",
  "&",
  "=",
  "#",
  "\\",
  "\\u0",
  "%",
  "%25",
  "&#x0",
  "&a",
  "<",
  '"',
  ", ",
  "; rel",
  '="',
]
  .concat(['rel="', ' next"', "canary", "key=", "/", "\\u005f", "[", "A ", "<a>;"])
  .flatMap((text) => [text, "é"].map((end) => ({ text, end })));

/** Milliseconds of the processor, the least of some times: other processes may be at work meanwhile. */
function timeOf(work: (text: string) => unknown, text: string, times: number): number {
  const all = Array.from({ length: times }, () => {
    const began = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...all);
}

const [few, many] = [2_500, 20_000];

/** A text eight times as long takes eight times as long, or 64 times where the time grows with the square: on a busy machine, the difference is seen. */
it.each(Object.entries(loops))("%s takes time in proportion to its length", (_, work) => {
  for (const { text, end } of fillings) {
    const long = `x${text.repeat(many)}${end}`;
    // 0.1 s are no proof of anything, and most need less.
    if (timeOf(work, long, 1) < 100) continue;
    const short = timeOf(work, `x${text.repeat(few)}${end}`, 5);
    expect(timeOf(work, long, 5), JSON.stringify(text)).toBeLessThan(24 * short + 30);
  }
});
