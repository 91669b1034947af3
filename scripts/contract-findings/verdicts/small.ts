import type { Verdict } from "../verdict.js";

export const museum: Verdict = {
  title: "Redocly Museum",
  report: "museum",
  edition: "OpenAPI 3.1.0, edition 1.2.1",
  faults: [],
};

export const scim: Verdict = {
  title: "PagerDuty SCIM",
  report: "pagerduty-scim",
  edition: "OpenAPI 3.0.0, edition 1.0.0",
  faults: [],
};

export const resend: Verdict = {
  title: "Resend",
  report: "resend",
  edition: "OpenAPI 3.1.2, edition 1.5.0",
  faults: [],
};

export const figma: Verdict = {
  title: "Figma",
  report: "figma",
  edition: "OpenAPI 3.1.0, edition 0.43.0",
  faults: [],
};

export const discord: Verdict = {
  title: "Discord",
  report: "discord",
  edition: "OpenAPI 3.1.0, edition 10",
  faults: [],
};

export const docker: Verdict = {
  title: "Docker Engine",
  report: "docker.swagger2",
  edition: "Swagger 2.0, edition 1.56",
  faults: [["`Entrypoint` is an empty text, where a list is due", /\/Entrypoint: must be array/]],
};

export const plaid: Verdict = {
  title: "Plaid",
  report: "plaid",
  edition: "OpenAPI 3.0.0, edition 2020-09-14_1.697.4",
  faults: [
    ["both scores lack `risk_tier`, which is required and deprecated", /required property 'risk_tier', and 1 more/],
  ],
};

export const box: Verdict = {
  title: "Box",
  report: "box",
  edition: "OpenAPI 3.0.2, edition 2024.0",
  faults: [
    [
      "a shared link lacks `accessed`, which is required and which no schema has: `access` is meant",
      /required property 'accessed'/,
    ],
    [
      "a shared link that was taken away is `null`, which files and web links do not allow as folders do",
      /\/shared_link: must be object/,
    ],
    ["`filters` is a list, where an object is due", /\/0\/filters: must be object/],
  ],
};

export const digitalOcean: Verdict = {
  title: "DigitalOcean",
  report: "DigitalOcean-public.v2",
  edition: "OpenAPI 3.0.0, edition 2.0",
  faults: [
    ["an example is a `$ref`, which is text there: `examples` is where a reference may stand", /\$ref/],
    [
      "a number in a list of texts, without the quotes that the schema's own example has",
      /\/entities\/0: must be string/,
    ],
  ],
};
