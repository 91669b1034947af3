import type { Verdict } from "./page.js";
import { github } from "./verdicts/github.js";
import { intercom } from "./verdicts/intercom.js";
import { openai } from "./verdicts/openai.js";
import { pagerduty } from "./verdicts/pagerduty.js";
import { slack } from "./verdicts/slack.js";
import { box, digitalOcean, docker, plaid } from "./verdicts/small.js";
import { twilio, twilioVerify } from "./verdicts/twilio.js";
import { xero, xeroPayroll } from "./verdicts/xero.js";

/** What was read of each public document that has findings. */
export const verdicts: readonly Verdict[] = [
  twilioVerify,
  xeroPayroll,
  docker,
  slack,
  intercom,
  twilio,
  xero,
  box,
  plaid,
  openai,
  pagerduty,
  digitalOcean,
  github,
];
