import type { Verdict } from "./verdict.js";
import { github } from "./verdicts/github.js";
import { intercom } from "./verdicts/intercom.js";
import { openai } from "./verdicts/openai.js";
import { pagerduty } from "./verdicts/pagerduty.js";
import { slack } from "./verdicts/slack.js";
import { box, digitalOcean, discord, docker, figma, museum, plaid, resend, scim } from "./verdicts/small.js";
import { twilio, twilioVerify } from "./verdicts/twilio.js";
import { xero, xeroPayroll } from "./verdicts/xero.js";

/** What was read of each public document. */
export const verdicts: readonly Verdict[] = [
  museum,
  scim,
  resend,
  twilioVerify,
  xeroPayroll,
  docker,
  figma,
  slack,
  intercom,
  twilio,
  xero,
  box,
  plaid,
  discord,
  openai,
  pagerduty,
  digitalOcean,
  github,
];
