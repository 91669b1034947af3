import { describe, expect, it } from "vitest";
import { type Content, compare, object, text, whole } from "./editions.js";

const json = (schema: Content): Content => ({ "application/json": { schema } });

interface Stated {
  readonly event?: Content;
  readonly answer?: Content;
  readonly more?: Content;
}

/** A document with a webhook `paid`, and what else it sends. */
function sending({ event = object({ id: whole }), answer = object({ kept: text }), more = {} }: Stated = {}): Content {
  const responses = { "200": { description: "Noted.", content: json(answer) } };
  const paid = { post: { requestBody: { required: true, content: json(event) }, responses } };
  return { paths: {}, webhooks: { paid, ...more } };
}

const sent: Content = { post: { responses: { "204": { description: "Noted." } } } };

describe("what a package receives", () => {
  it("may grow, and may not shrink", async () => {
    const more = sending({ more: { sent } });
    expect(await compare(sending(), more)).toEqual([
      "safe export-added: SentEvent is new",
      "safe export-added: SentAnswer is new",
    ]);
    expect(await compare(more, sending())).toEqual([
      "breaking export-removed: SentEvent is gone",
      "breaking export-removed: SentAnswer is gone",
      "breaking input-removed: WebhookHandlers.sent is no longer taken",
      'breaking input-narrowed: ReceiveOptions.webhook no longer takes "sent"',
      'breaking input-narrowed: ReceiveOptions.webhook() no longer takes "sent"',
    ]);
  });

  it("is read, and answered with what is given", async () => {
    const grown = sending({ event: object({ id: whole, sum: whole }), answer: object({ kept: text, why: text }) });
    expect(await compare(sending(), grown)).toEqual([]);
    expect(await compare(grown, sending())).toEqual([
      "breaking result-removed: PaidEvent.sum is gone",
      "breaking input-removed: PaidAnswer.body.why is no longer taken",
    ]);
    const asking = sending({ answer: { ...object({ kept: text }), required: ["kept"] } });
    expect(await compare(sending(), asking)).toEqual(["breaking input-required: PaidAnswer.body.kept is required now"]);
  });

  it("may have a further value without a break, as an answer may", async () => {
    const paid = (...values: readonly string[]): Content => ({
      ...object({ state: { enum: values } }),
      required: ["state"],
    });
    expect(await compare(sending({ event: paid("new") }), sending({ event: paid("new", "late") }))).toEqual([
      'warning result-value-added: PaidEvent.state may be "late" now: an exhaustive switch over it no longer compiles',
    ]);
  });
});
