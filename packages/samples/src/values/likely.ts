/** What a reader expects of a property by its name, the most telling names first. A name counts by how it ends: `billing_city`, `billingCity`. */
const texts: readonly (readonly [endings: readonly string[], text: string])[] = [
  [["email", "email address", "mail"], "ann.lee@example.com"],
  [["first name", "given name", "fname"], "Ann"],
  [["last name", "family name", "surname", "lname"], "Lee"],
  [["user name", "login", "handle", "screen name"], "ann.lee"],
  [["company", "company name", "organization", "organization name", "vendor", "employer"], "Lee & Sons"],
  [["full name", "display name", "author", "owner", "contact", "customer name"], "Ann Lee"],
  [["file name", "filename"], "report.pdf"],
  [["host name", "hostname", "domain", "domain name", "host"], "www.example.com"],
  [["phone", "phone number", "mobile", "telephone", "cellphone", "fax"], "+1 202 555 0143"],
  [["url", "uri", "href", "link", "website", "homepage", "avatar", "callback"], "https://www.example.com/a"],
  [["ip", "ip address", "ipv4"], "192.0.2.1"],
  [["street", "street1", "address", "address1", "address line1", "line1"], "12 Tea Street"],
  [["city", "town", "locality"], "London"],
  [["country code", "country"], "GB"],
  [["state", "province", "region"], "Kent"],
  [["zip", "zip code", "postal code", "postcode"], "SW1A 1AA"],
  [["currency", "currency code"], "GBP"],
  [["locale", "language", "lang"], "en-GB"],
  [["timezone", "time zone", "tz"], "Europe/London"],
  [["color", "colour"], "#3366cc"],
  [["mime type", "content type", "media type"], "text/plain"],
  [["version"], "1.4.2"],
  [["slug", "key", "code", "sku"], "green-tea"],
  [["uuid", "guid"], "3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
  [["sha", "hash", "checksum", "digest", "etag"], "9f86d081884c7d65"],
  [
    ["created", "created at", "updated at", "modified", "timestamp", "created on", "expires at"],
    "2026-01-02T03:04:05Z",
  ],
  [["date", "birthday", "birth date", "day"], "2026-01-02"],
  [
    ["description", "comment", "notes", "note", "summary", "message", "body", "text", "content"],
    "A first flush picked in May.",
  ],
  [["title", "subject", "label", "name"], "Green tea"],
  [["status"], "active"],
];

const numbers: readonly (readonly [endings: readonly string[], value: number])[] = [
  [["latitude", "lat"], 51.5],
  [["longitude", "lng", "lon"], -0.12],
  [["price", "amount", "cost", "subtotal", "balance", "total amount"], 19.5],
  [["year"], 2026],
  [["month"], 5],
  [["age"], 34],
  [["percent", "percentage", "rate"], 12.5],
  [["width"], 640],
  [["height"], 480],
  [["size", "bytes", "length"], 2048],
  [["port"], 8080],
  [["quantity", "count", "total", "limit"], 3],
  [["duration", "seconds", "ttl"], 60],
];

/** A text that a property of that name is likely to have; undefined for a name that says nothing. */
export function likelyText(name: string): string | undefined {
  return find(textEndings, name);
}

/** A number, likewise. */
export function likelyNumber(name: string): number | undefined {
  return find(numberEndings, name);
}

const textEndings = byEnding(texts);
const numberEndings = byEnding(numbers);

function byEnding<Value>(table: readonly (readonly [readonly string[], Value])[]): ReadonlyMap<string, Value> {
  return new Map(table.flatMap(([endings, value]) => endings.map((ending) => [ending.replaceAll(" ", ""), value])));
}

/** Looks for the last three words of a name, the last two and the last one. */
function find<Value>(endings: ReadonlyMap<string, Value>, name: string): Value | undefined {
  const words = name
    .slice(-longestName)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  for (const count of [3, 2, 1]) {
    const value = endings.get(words.slice(-count).join(""));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Of a longer name only the end counts. */
const longestName = 60;
