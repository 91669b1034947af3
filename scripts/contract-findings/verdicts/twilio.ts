import { lines, type Verdict } from "../verdict.js";

export const twilioVerify: Verdict = {
  title: "Twilio Verify",
  report: "twilio-verify",
  edition: "OpenAPI 3.0.1, edition 1.0.0",
  faults: [
    [
      "`service_sid` has 33 characters, where 34 are due; `entity_sid` and `factor_sid` are empty besides",
      /\/service_sid: must NOT have fewer than 34 characters, and 5 more/,
    ],
    [
      "`service_sid` has 33 characters, where 34 are due",
      /\/service_sid: must NOT have fewer than 34 characters, and 1 more/,
    ],
  ],
};

/** The findings about the examples `readFull` at these lines. */
function readFull(...numbers: readonly number[]): RegExp {
  return new RegExp(`${lines(...numbers).source}The example readFull `);
}

export const twilio: Verdict = {
  title: "Twilio API",
  report: "twilio-api",
  edition: "OpenAPI 3.0.1, edition 1.0.0",
  faults: [
    [
      "addresses of pages are paths, where whole URIs are due, and prices are texts",
      readFull(15864, 32194, 41914, 42184, 42434, 42684, 42934, 43184, 43434, 43684, 43934, 44184),
    ],
    [
      "addresses of pages are paths, and ids and addresses that are not set are empty texts",
      readFull(15337, 19562, 21109, 21704, 22299, 26298),
    ],
    [
      "addresses of pages are paths, and the id of a trunk begins with `AP`, where the pattern wants `TK`",
      readFull(18750),
    ],
    [
      "addresses of pages are paths, and `reason_conference_ended` is null, which its enumeration does not list",
      /^17008: The example (?!readEmpty)/,
    ],
    [
      "addresses of pages are paths: `first_page_uri`, `uri`, and where there are more pages `next_page_uri` and `previous_page_uri`, of which each has `format: uri`, which wants a whole URI",
      /\/first_page_uri: must match format "uri"/,
    ],
    ["`uri` is a path, and latitude and longitude are texts", readFull(10762)],
    ["`uri` is a path", /\/(?:countries\/0\/)?uri: must match format "uri"/],
    [
      "a date alone or in a form of its own (`06/11/2019 22:05:25 MST`), where `format: date-time` is due",
      /schema: must match format "date-time"/,
    ],
    ['`"true"` as text, where a boolean is due, in a query', /schema: must be boolean/],
    [
      '`"true"` as text, where a boolean is due, in a form',
      /\/(?:Record|VoiceCallerIdLookup|Muted|Hold): must be boolean/,
    ],
    ["one text, where a list is due, in a form", /\/StatusCallbackEvent: must be array/],
    ["a number as text", /\/(?:price|ChargeAmount): must be number/],
    [
      "null, which the enumeration that is referred to does not list, though its description says so",
      /\/reason_conference_ended: must be string/,
    ],
    [
      "ids and addresses that are not set are empty texts",
      /\/(?:sms_application_sid: must NOT|request_url: must match|VoiceFallbackUrl: must match)/,
    ],
    ["`Method` and `Url` are empty, and `Record` is text", /\/Method: must be equal/],
    ["`PUT`, which the enumeration of methods does not list", /\/StatusCallbackMethod: must be equal/],
    ["`1`, which the enumeration of states does not list", /\/Status: must be equal/],
    [
      "`myUrl`, where `format: uri` is due; with `createWithArgs` the method is `PUT` besides",
      /\/Url: must match format "uri"/,
    ],
  ],
};
