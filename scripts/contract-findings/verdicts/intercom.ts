import type { Verdict } from "../verdict.js";

export const intercom: Verdict = {
  title: "Intercom",
  report: "intercom",
  edition: "OpenAPI 3.0.1, edition 2.15",
  faults: [
    [
      "an id is a number, where a text is due",
      /\/(?:admin_id|id|ticket_type_id|ticket_state_id|conversation_id): must be string(?:\.|, and [15] more)/,
    ],
    [
      "what is done with a conversation has a number for `admin_id`, where a text is due, so that no alternative of the `oneOf` fits",
      /^8310: /,
    ],
    [
      "null, where `nullable` stands beside a `$ref`, which OpenAPI 3.0 does not read",
      /\/(?:assigned_to|ai_agent|email_message_metadata): must be object/,
    ],
    ["of a conversation's part, `id` is a number, and null stands where `nullable` is beside a `$ref`", /^6723: /],
    [
      "addresses of more of a contact's tags, notes and companies are paths, where `format: uri` wants a whole URI",
      /\/tags\/url: must match format "uri"/,
    ],
    ["a number, where the schema of these attributes wants a text", /\/total_amount: must be string/],
    [
      "a boolean and a number with a fraction, which the schema of custom attributes does not allow",
      /\/paid_subscriber: must be string/,
    ],
    [
      "an association is a list or an object of another shape, which custom attributes do not allow",
      /\/custom_attributes\/order: must be string/,
    ],
    [
      "the quick reply of a contact has no `body`, and a kind that contacts have not",
      /^7880: The example contact_quick_reply_reply /,
    ],
    [
      "a note or a quick reply of an admin has a number for `admin_id`, where a text is due, so that no alternative of the `oneOf` fits",
      /^(?:7880|12971): /,
    ],
    [
      "two alternatives of a `oneOf` fit",
      /schema: must match exactly one schema in oneOf|^11709: The example user_not_found /,
    ],
    [
      "a request that is to be refused: what is wrong with it is the point of the example",
      /^(?:1135|2298|2735|4057): The example bad_request|^9538: The example invalid_data_type|^11709: The example invalid_parameters/,
    ],
    ["a message from a contact, and none of the alternatives is one", /^10265: .*required property 'message_type'/],
    [
      "the message of an admin has a text for `from.id`, where a number is due; others have besides a kind that is not listed, no body, or one recipient that is no contact's id",
      /^10265: /,
    ],
    ["a contact has neither `id` nor `user_id`", /\/user: must have required property 'id'/],
    ["a text, where a number is due", /\/away_status_reason_id: must be integer|^4358: .*schema: must be integer/],
    ["a number, where a text is due, in a query", /^2960: .*schema: must be string/],
    ["texts, where objects are due", /\/metadata\/before: must be object/],
    [
      "an id of 24 digits, or a word, where `format: uuid` is due",
      /\/(?:from\/id|request_id): must (?:match format "uuid"|NOT have fewer)/,
    ],
    ["an empty text, where `format: email` is due", /\/email: must match format "email"/],
    ["base64 that ends in three points", /\/attachments\/1\/data: must match format "byte"/],
  ],
};
