import { expect, it } from "vitest";
import { schema } from "../testing/schema.js";

type Vector = readonly [format: string, fitting: readonly string[], others: readonly string[]];

const label = "a".repeat(63);
const host = `${label}.${label}.${label}`;

const vectors: readonly Vector[] = [
  [
    "date",
    ["2024-02-29", "2000-02-29", "2023-12-31", "2023-04-30", "2023-01-01"],
    [
      "2023-02-29",
      "1900-02-29",
      "2023-04-31",
      "2023-13-01",
      "2023-00-10",
      "2023-01-00",
      "2023-1-01",
      " 2023-01-01",
      "2023-01-01Z",
    ],
  ],
  [
    "time",
    [
      "00:00:00Z",
      "23:59:59.123z",
      "23:59:60Z",
      "22:59:60-01:00",
      "00:29:60+00:30",
      "12:00:00+01",
      "12:00:00-0130",
      "12:00:00+23:59",
    ],
    [
      "24:00:00Z",
      "12:60:00Z",
      "12:00:61Z",
      "12:00:60Z",
      "12:00:00",
      "12:00Z",
      "12:00:00+24:00",
      "12:00:00+01:60",
      "12:00:00.Z",
      "1:00:00Z",
    ],
  ],
  ["iso-time", ["12:00:00", "12:00:00Z", "23:59:60"], ["25:00:00", "12:00"]],
  [
    "date-time",
    ["2024-01-01T00:00:00Z", "2024-01-01t00:00:00z", "2024-01-01 00:00:00+01:00", "2016-12-31T23:59:60Z"],
    [
      "2024-01-01",
      "2024-01-01T00:00:00",
      "2024-13-01T00:00:00Z",
      "2024-01-01T00:00:00ZT",
      "2024-01-01T24:00:00Z",
      "T00:00:00Z",
    ],
  ],
  [
    "iso-date-time",
    ["2024-01-01T00:00:00", "2024-01-01T00:00:00Z"],
    ["2024-01-01", "2024-02-30T00:00:00", "2024-01-01T00:00:00T"],
  ],
  [
    "duration",
    ["P1Y2M3D", "PT1H2M3S", "P1DT1H", "P3W", "P1Y2D", "PT0S"],
    ["P", "PT", "P1", "P1H", "PT1D", "P1W2D", "1Y", "P1YT", "p1Y", "P-1Y"],
  ],
  [
    "email",
    ["a@b.co", "a.b+c_d@sub.example.com", "!#$%&'*+/=?^`{|}~-@a.b"],
    [
      "a@b",
      "@b.co",
      "a@",
      ".a@b.co",
      "a..b@c.de",
      "a.@b.co",
      "a b@c.de",
      "a@-b.co",
      "a@b-.co",
      "a@b..co",
      "ab.co",
      '"a"@b.co',
    ],
  ],
  [
    "hostname",
    ["a", "a-b.c9", "example.", host, `${host}.${"a".repeat(61)}`],
    ["", "-a", "a-", "a_b", "a..b", `${label}a`, `${host}.${"a".repeat(62)}`, "ä.de"],
  ],
  [
    "ipv4",
    ["0.0.0.0", "255.255.255.255", "1.20.199.249"],
    ["1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.4 ", "a.b.c.d", ""],
  ],
  [
    "ipv6",
    [
      "::",
      "::1",
      "1::",
      "1:2:3:4:5:6:7:8",
      "1:2:3:4:5:6:1.2.3.4",
      "::ffff:1.2.3.4",
      "1::8",
      "ABCD:ef01::",
      "1:2:3:4:5:6:7::",
      "0000:0000:0000:0000:0000:ffff:255.255.255.255",
    ],
    [
      "1:2",
      "1::2::3",
      "1:2:3:4:5:6:7:8:9",
      ":1",
      "12345::",
      "::1.2.3",
      "1.2.3.4::",
      "1:2:3:4:5:6:7:1.2.3.4",
      "g::",
      "1:2:3:4:5:6:7:g",
      "1:2:3:g::",
      "",
      "1:2:3:4:5:6:7:8::",
      `::${"0".repeat(44)}`,
    ],
  ],
  [
    "uri",
    ["https://a.b:80/c?d=e#f", "urn:a:b", "mailto:a@b.co", "http://[::1]:80/a", "http://u:p@[v1.a:b]/", "a:b%20c"],
    [
      "/a",
      "a",
      "http:",
      "http:?a",
      "http:#a",
      "1a:b",
      "http://a b",
      "http://a/%zz",
      'http://a/"',
      "http://[::1",
      "http://[1::2::3]/",
      "http://a/[b]",
      "http://a/{b}",
    ],
  ],
  [
    "uri-reference",
    ["", "/a", "a/b?c#d", "#f", "?q=/?", "//a.b/c", "//[::1]/", "http://a"],
    ["\\a", "a b", "#a#b", "?a b", "#%z1", "//[a]/"],
  ],
  [
    "url",
    ["http://a.bc", "https://user:pass@example.com:8080/a@b?c", "ftp://1.2.3.4/", "http://münchen.de/ä", "HTTP://A.BC"],
    [
      "http://a",
      "gopher://a.bc",
      "http://localhost",
      "http://10.1.1.1",
      "http://127.0.0.1",
      "http://192.168.1.1",
      "http://169.254.1.1",
      "http://172.16.0.1",
      "http://172.31.9.9",
      "http://224.1.1.1",
      "http://0.1.1.1",
      "http://1.1.1.0",
      "http://1.1.1.255",
      "http://-a.bc",
      "http://a-.bc",
      "http://a.b1",
      "http://a.b",
      "http://a b.cd",
      "a.bc",
      "http://@a.bc",
      "http://a..bc",
    ],
  ],
  ["url", ["http://172.15.0.1", "http://172.32.0.1", "http://223.1.1.1", "http://192.169.1.1", "http://1.1.1.254"], []],
  [
    "uuid",
    ["123e4567-e89b-12d3-a456-426614174000", "URN:UUID:123E4567-E89B-12D3-A456-426614174000"],
    [
      "123e4567e89b12d3a456426614174000",
      "123e4567-e89b-12d3-a456-42661417400",
      "g23e4567-e89b-12d3-a456-426614174000",
      "{123e4567-e89b-12d3-a456-426614174000}",
    ],
  ],
  ["json-pointer", ["", "/", "/a/b", "/~0~1", "/a//b", "/ä"], ["a", "/~", "/~2", "/a~", "#/a"]],
  ["relative-json-pointer", ["0", "1/a", "12#", "0#", "0/"], ["", "01", "-1", "1a", "#", "/a", "0##", "1/~"]],
  ["regex", ["a+", "[a-z]", "(?<n>a)", "\\-", ""], ["(", "[", "a\\Z", "*", "(?<n>a)(?<n>b)"]],
  ["byte", ["", "YQ==", "YWI=", "YWJj", "a+/9"], ["a", "YQ=", "YQ===", "Y Q=", "====", "YQ==YQ=="]],
];

it.each(vectors)("the format %s is as Ajv has it", (format, fitting, others) => {
  const own = schema(() => ({ format }));
  const fits = (text: string): boolean => own["~standard"].validate(text).issues === undefined;
  expect(fitting.filter((text) => !fits(text))).toEqual([]);
  expect(others.filter(fits)).toEqual([]);
});

it.each([
  ["int32", [0, -(2 ** 31), 2 ** 31 - 1], [0.5, 2 ** 31, -(2 ** 31) - 1]],
  ["int64", [0, Number.MAX_SAFE_INTEGER], [0.5]],
] as const)("the format %s is of numbers", (format, fitting, others) => {
  const own = schema(() => ({ format }));
  const fits = (value: unknown): boolean => own["~standard"].validate(value).issues === undefined;
  expect([fitting.filter((value) => !fits(value)), others.filter(fits)]).toEqual([[], []]);
  expect(fits("a text")).toBe(true);
});
