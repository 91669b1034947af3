import type { Verdict } from "../verdict.js";

export const openai: Verdict = {
  title: "OpenAI",
  report: "openai",
  edition: "OpenAPI 3.1.0, edition 2.3.0",
  faults: [
    ["`nullable`, which means nothing from 3.1 on", /^\d+: nullable means nothing/],
    ["`user` is null, where a text is due, and a text of the output lacks `logprobs`", /\/user: must be string, and/],
    ["a message of the output lacks `id` and `status`", /\/output\/0: must have required property 'id', and/],
    [
      "a workflow lacks `state_variables` and `tracing`",
      /\/workflow: must have required property 'state_variables', and 1 more/,
    ],
  ],
};
