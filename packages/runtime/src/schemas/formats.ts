import { isEmail, isHostname, isIpv4, isIpv6 } from "./formats/host.js";
import { isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime } from "./formats/time.js";
import { isUri, isUriReference } from "./formats/uri.js";
import { isUrl } from "./formats/url.js";

/** What the formats mean that are checked. One that is not here is not. */
interface Formats {
  readonly ofTexts: Readonly<Record<string, (text: string) => boolean>>;
  readonly ofNumbers: Readonly<Record<string, (value: number) => boolean>>;
}

/** Whether a value is of a format; any is of one that is not checked, whatever the document calls it. */
export function isOfFormat(format: string | undefined, value: string | number): boolean {
  const checks: Readonly<Record<string, (value: never) => boolean>> =
    typeof value === "number" ? formats.ofNumbers : formats.ofTexts;
  // A cast because the table is that of the value's type.
  return format === undefined || !Object.hasOwn(checks, format) || checks[format]?.(value as never) !== false;
}

const formats: Formats = {
  ofTexts: {
    date: isDate,
    time: isTime,
    "date-time": isDateTime,
    "iso-time": isLocalTime,
    "iso-date-time": isLocalDateTime,
    duration: isDuration,
    email: isEmail,
    hostname: isHostname,
    ipv4: isIpv4,
    ipv6: isIpv6,
    uri: isUri,
    "uri-reference": isUriReference,
    url: isUrl,
    uuid: (text) => /^(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
    "json-pointer": isPointer,
    "relative-json-pointer": (text) => {
      const [number = ""] = /^\d*/.exec(text) ?? [];
      const rest = text.slice(number.length);
      return /^(?:0|[1-9]\d*)$/.test(number) && (rest === "#" || isPointer(rest));
    },
    regex: isExpression,
    // One line that is whole suffices, as Ajv has it.
    byte: (text) => text.split(/[\n\r\u2028\u2029]/).some(isBase64),
  },
  ofNumbers: {
    int32: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
    int64: Number.isInteger,
  },
};

function isPointer(text: string): boolean {
  return /^(?:\/(?:[^/~]|~[01])*)*$/.test(text);
}

function isBase64(line: string): boolean {
  return line.length % 4 === 0 && /^[a-z\d+/]*={0,2}$/i.test(line);
}

/** As ECMAScript without the flag `u` has them; `\Z` is of other languages. */
function isExpression(text: string): boolean {
  try {
    return !/[^\\]\\Z/.test(text) && new RegExp(text) !== undefined;
  } catch {
    return false;
  }
}
