import { expect, it } from "vitest";
import { createRedactor } from "./redactor.js";

const secret = "s3cr3t/ wörd+<1>";

const redactor = createRedactor();
redactor.hide([secret, "abc"]);

it.each([
  ["as it is", secret],
  ["percent-encoded", encodeURIComponent(secret)],
  ["percent-encoded in part", encodeURI(secret)],
  ["percent-encoded in small letters", encodeURIComponent(secret).toLowerCase()],
  ["percent-encoded twice", encodeURIComponent(encodeURIComponent(secret))],
  ["in a form", new URLSearchParams({ a: secret }).toString().slice(2)],
  ["in JSON", JSON.stringify(secret).slice(1, -1)],
  ["in JSON, beyond ASCII escaped", JSON.stringify(secret).slice(1, -1).replace("ö", "\\u00f6")],
  ["in HTML", secret.replace("<", "&lt;").replace(">", "&#62;")],
  ["read in the wrong character set", Buffer.from(secret).toString("latin1")],
  ["in base64", Buffer.from(secret).toString("base64").replace(/=*$/, "")],
  ["in base64 for URLs", Buffer.from(secret).toString("base64url")],
  ["in base64 with a user", Buffer.from(`ann:${secret}`).toString("base64")],
  ["in base64 with another user", Buffer.from(`anna:${secret}!`).toString("base64")],
  ["in hexadecimal", Buffer.from(secret).toString("hex")],
  ["cut", `${secret.slice(0, 9)}…`],
])("finds a secret %s", (_, text) => {
  const redacted = redactor.redact(`got "${text}" here`);
  expect(redacted).toMatch(/^got ".{0,7}•••.{0,4}" here$/);
  expect(redacted).not.toContain(text);
});

it("leaves other texts alone, and what is too short to be a secret", () => {
  expect(redactor.redact("abc and s3cr and wörd")).toBe("abc and s3cr and wörd");
});

it("takes no more time for a long secret and a text that nearly has it", () => {
  const long = createRedactor();
  long.hide(["ab".repeat(2000)]);
  const started = performance.now();
  long.redact("ab".repeat(10_000));
  long.redact(`${"ab".repeat(1999)}a `.repeat(20));
  expect(performance.now() - started).toBeLessThan(2_000);
});
