import { describe, expect, it } from "vitest";
import { build } from "../../../test/documents.js";
import type { ReceivedOperation } from "../api.js";

const head = "openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n";
const noted = 'responses: { "204": { description: Noted. } }';

interface Sent {
  readonly id?: string;
  readonly schema?: string;
  readonly parameters?: string;
}

/** A path item of a webhook. */
function post({ id, schema, parameters }: Sent = {}): string {
  const parts = [
    ...(id === undefined ? [] : [`operationId: "${id}"`]),
    ...(parameters === undefined ? [] : [`parameters: ${parameters}`]),
    ...(schema === undefined ? [] : [`requestBody: { content: { application/json: { schema: ${schema} } } }`]),
    noted,
  ];
  return `{ post: { ${parts.join(", ")} } }`;
}

async function received(webhooks: readonly string[], more = "paths: {}"): Promise<readonly ReceivedOperation[]> {
  return (await build(`${head}${more}\nwebhooks:\n${webhooks.map((one) => `  ${one}\n`).join("")}`)).received;
}

const namesOf = (all: readonly ReceivedOperation[]): readonly string[] => all.map(({ name }) => name);
const marksOf = (all: readonly ReceivedOperation[]): readonly unknown[] =>
  all.map(({ marks }) => marks.map(({ path, values }) => `${path.join(".")} = ${values.join("|")}`).join(", "));

describe("what is received is named", () => {
  it("by its operationId, else by its key", async () => {
    const all = await received([`order.paid: ${post()}`, `b: ${post({ id: "order-sent" })}`, `kettleEvent: ${post()}`]);
    expect(all.map(({ name, eventName, answerName }) => [name, eventName, answerName])).toEqual([
      ["orderPaid", "OrderPaidEvent", "OrderPaidAnswer"],
      ["orderSent", "OrderSentEvent", "OrderSentAnswer"],
      ["kettleEvent", "KettleEvent", "KettleEventAnswer"],
    ]);
  });

  it("apart from others, by method and operation", async () => {
    const callback = `paid: { "{$request.query.url}": ${post()} }`;
    const paths = `paths: { /a: { get: { operationId: watch, ${noted}, callbacks: { ${callback} } } } }`;
    const both = `{ post: { ${noted} }, put: { ${noted} } }`;
    expect(
      namesOf(await received([`paid: ${both}`, `PAID: ${post()}`, `"!": ${post()}`, `then: ${post()}`], paths)),
    ).toEqual(["paid", "paidPut", "paidPost", "webhook", "webhookPost", "watchPaid"]);
  });

  it("once, however many operations refer to a callback", async () => {
    const reference = 'callbacks: { done: { $ref: "#/components/callbacks/Done" } }';
    const operation = (id: string): string => `post: { operationId: ${id}, ${noted}, ${reference} }`;
    const paths = `paths: { /a: { ${operation("a")} }, /b: { ${operation("b")} } }`;
    const components = `components: { callbacks: { Done: { "{$url}": ${post()} } } }`;
    const all = await received([`other: ${post()}`], `${paths}\n${components}`);
    expect(all.map(({ name, sender, expression }) => [name, sender?.name, expression])).toEqual([
      ["other", undefined, undefined],
      ["done", "a", "{$url}"],
    ]);
  });
});

describe("what is received is told apart", () => {
  const object = (properties: string, required = "[type]"): string =>
    `{ type: object, required: ${required}, properties: { ${properties} } }`;

  it("by the property that each has with values of its own", async () => {
    const paid = post({ schema: object("object: { const: event }, type: { const: paid }", "[object, type]") });
    const sent = post({ schema: object("object: { const: event }, type: { enum: [sent, lost] }", "[object, type]") });
    expect(marksOf(await received([`paid: ${paid}`, `sent: ${sent}`]))).toEqual(["type = paid", "type = sent|lost"]);
  });

  it("by one that is required before one that is not", async () => {
    const schema = (value: string): string => object(`kind: { const: ${value} }, type: { const: ${value} }`);
    const all = await received([
      `paid: ${post({ schema: schema("paid") })}`,
      `sent: ${post({ schema: schema("sent") })}`,
    ]);
    expect(marksOf(all)).toEqual(["type = paid", "type = sent"]);
  });

  it("by one that every alternative requires before one that an alternative leaves out", async () => {
    const half = (value: string): string => `kind: { const: ${value} }, type: { const: ${value} }`;
    const schema = (value: string): string =>
      `{ anyOf: [${object(half(value), "[kind, type]")}, ${object(half(value), "[type]")}] }`;
    const all = await received(["a", "b"].map((value) => `${value}: ${post({ schema: schema(value) })}`));
    expect(marksOf(all)).toEqual(["type = a", "type = b"]);
  });

  it("by one within another, of every alternative, and of what a schema is put together from", async () => {
    const within = object(`event: ${object("type: { const: a }")}`, "[event]");
    const either = `{ oneOf: [${object(`event: ${object("type: { const: b }")}`)}, ${object(`event: ${object("type: { const: c }")}`)}] }`;
    const parts = `{ allOf: [${object("event: { type: object }", "[event]")}, ${object(`event: ${object("type: { const: d }")}`)}] }`;
    const all = await received([within, either, parts].map((schema, index) => `w${index}: ${post({ schema })}`));
    expect(marksOf(all)).toEqual(["event.type = a", "event.type = b|c", "event.type = d"]);
  });

  it("by a header", async () => {
    const header = (value: string): string =>
      `[{ name: X-Event, in: header, schema: { type: string, const: ${value} } }]`;
    const all = await received(["paid", "sent"].map((value) => `${value}: ${post({ parameters: header(value) })}`));
    expect(marksOf(all)).toEqual(["x-event = paid", "x-event = sent"]);
  });

  it("by several where no single one tells", async () => {
    const schema = (type: string, mode: string): string =>
      post({ schema: object(`type: { const: ${type} }, mode: { const: ${mode} }`, "[type, mode]") });
    const all = await received([`a: ${schema("x", "test")}`, `b: ${schema("x", "live")}`, `c: ${schema("y", "test")}`]);
    expect(marksOf(all)).toEqual(["type = x, mode = test", "type = x, mode = live", "type = y, mode = test"]);
  });

  it("by nothing where there is one", async () => {
    expect(marksOf(await received([`paid: ${post({ schema: object("type: { const: paid }") })}`]))).toEqual([""]);
  });
});
