import type { Verdict } from "../verdict.js";

export const pagerduty: Verdict = {
  title: "PagerDuty",
  report: "pagerduty",
  edition: "OpenAPI 3.0.2, edition 2.0.0",
  faults: [
    [
      "the value of a custom field is given as it is, where the schema has an object with it in `value`",
      /\/custom_fields\/0\/value: must be object|\/default_value: must be object|\/custom_fields\/0: must have required property 'id'/,
    ],
    ["a cache variable is a list, where an object is due", /\/cache_variable: must be object/],
    [
      "a change of a cache variable lacks `configuration`",
      /\/cache_variable: must have required property 'configuration'/,
    ],
    ["an enablement is a list, where an object is due", /\/enablement: must be object/],
    [
      "`user` and `warnings` are lists, where objects are due, and `responses` an object, where a list is due",
      /\/(?:user|warnings): must be object|\/responses: must be array/,
    ],
    [
      "null, where a text or an object is due",
      /\/(?:updated_at|ended_at|resolved_at|parent|description|self|application|secrets|source|rule_id): must be (?:string|object)/,
    ],
    ["`read`, which the enumeration of permissions does not list", /\/privileges\/permissions\/0: must be equal/],
    [
      "the kind of a thing that is not listed: `custom_fields_field`, `incident_workflow`, `integration`, `email_contact_method`, `rotation`, `service`, `service_runbook`",
      /\/(?:type|action_type): must be equal to one of the allowed values/,
    ],
    ["two alternatives of a `oneOf` fit", /must match exactly one schema in oneOf/],
    ["a reference to a service lacks `type`", /\/services\/0: must have required property 'type'/],
    [
      "working hours without the offset that `format: time` has (RFC 3339); in the list two alternatives of a `oneOf` fit besides",
      /\/start_time: must match format "time"/,
    ],
    ["times without a zone, where `format: date-time` is due", /\/created_at: must match format "date-time"/],
    ["a strategy is an object, where its name is due", /\/escalation_rule_assignment_strategy: must be string/],
    ["an id that is no number, where a number is due", /\/responder_id: must be integer/],
    ["numbers, where texts are due", /\/incident_description: must be string/],
    ["a text, where an object is due", /\/body\/details: must be object/],
    ['`"true,"`, where a boolean is due', /\/(?:created_via_sso|is_default): must be boolean/],
    [
      "an object around what the schema has at the top, so that all of it is missing",
      /schema: must have required property '(?:id|name)', and/,
    ],
    [
      "something is missing that is required: `value` of outputs, `timestamp` of times, `namespace` and `field_options` of fields, `update_frequency_ms`, `post`, `type` of memories, `delegation_type`, " +
        "the members of an override, nearly all of an event",
      /must have required property '(?:value|timestamp|namespace|field_options|update_frequency_ms|post|type|delegation_type|overridden_member|start_time)'/,
    ],
  ],
};
