import type { Verdict } from "../verdict.js";

export const slack: Verdict = {
  title: "Slack",
  report: "slack.swagger2",
  edition: "Swagger 2.0, edition 1.7.0",
  faults: [
    [
      "the name of an error that the enumeration does not list: `invalid_auth`, and once each `invalid_trigger_id`, `file_not_found` and `no_pin`",
      /\/error: must be equal to one of the allowed values/,
    ],
    [
      "`ok` and nothing else, where more is required",
      /schema: must have required property '(?:usergroup|channel|dnd_enabled|file|reminder|reminders|items|logs|snooze_enabled|profile)'/,
    ],
    ["`ok` is required and not there", /schema: must have required property 'ok'/],
    [
      "a closed object has other properties than the schema has, in the place of those that are required",
      /required property '(?:team_ids|next_cursor|user|channel_actions_ts)', and/,
    ],
    [
      "a closed object has properties that the schema does not have",
      /must NOT have additional properties: "(?:text|response_metadata|deanimate_gif|D0L4B9P0Q)"/,
    ],
    [
      "a user group lacks `is_subteam`, `auto_provision` and `enterprise_subteam_id`; in the list `user_count` is text besides",
      /required property 'is_subteam', and/,
    ],
    [
      "a profile lacks `title`, `phone`, `skype` and `fields`; when it is set, the answer lacks `username` too",
      /required property '(?:title|username)', and/,
    ],
    ["a number, where a text is due", /\/scheduled_messages\/0\/id: must be string/],
    ["`1`, where a boolean is due", /\/is_hidden: must be boolean/],
    ["`T12345`, where the pattern wants eight characters behind the `T`", /\/team\/id: must match pattern/],
  ],
};
