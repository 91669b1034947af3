import { chat, createClient, type ItemStream, type ServerSentEvent, watch } from "./src/functions.js";
import { createStreams, isStreamError, type StreamOptions, unwrap } from "./src/index.js";

const api = createStreams();
const options: StreamOptions = {
  firstItemTimeout: 1_000,
  itemTimeout: 1_000,
  maxItemSize: 1_000,
  resume: true,
  timeout: 1_000,
};

const streamed = await api.chat({ body: { question: "Who?", stream: true } }, options);
if (streamed.ok) {
  streamed.contentType satisfies "text/event-stream";
  for await (const { event, data, id, retry } of streamed.data) {
    data.text satisfies string;
    // @ts-expect-error - misspelt
    data.txt;
    event satisfies string;
    id satisfies string | undefined;
    retry satisfies number | undefined;
  }
} else if (streamed.status === "default") streamed.error satisfies string;

const whole = await api.chat({ body: { question: "Who?" } });
if (whole.ok) whole.data.text satisfies string;
const said = await api.chat({ body: { question: "Who?", stream: null } });
if (said.ok) said.data.text satisfies string;

const either = await api.chat({ body: { question: "Who?", stream: Math.random() > 0.5 } });
if (either.ok) {
  // @ts-expect-error - it may be a stream
  either.data.text;
  if (either.contentType === "application/json") either.data.text satisfies string;
  else either.data satisfies ItemStream<ServerSentEvent<{ text: string; done?: boolean }>>;
}
// @ts-expect-error - the question is missing
await api.chat({ body: { stream: true } });
// @ts-expect-error - misspelt
await api.chat({ body: { question: "Who?", steam: true } });

const asFunction = await chat(createClient(), { body: { question: "Who?", stream: true } });
if (asFunction.ok) (await asFunction.data[Symbol.asyncIterator]().next()).done satisfies boolean | undefined;

const events = await unwrap(api.speak({ body: {} }));
for await (const { data } of events) data satisfies string;
(await unwrap(api.speak({ body: { as: "audio" } }))) satisfies Blob;
const form = await unwrap(api.speak({ body: new FormData() }));
if (!(form instanceof Blob)) form satisfies ItemStream<ServerSentEvent>;

for await (const event of await unwrap(watch(createClient()))) {
  if (event.event === "delta") event.data.text satisfies string;
  else if (event.event === "count") event.data satisfies number;
  else {
    event.event satisfies "note" | "warning";
    event.data satisfies string;
  }
}

for await (const { data } of await unwrap(api.listTexts())) data satisfies string;
for await (const row of await unwrap(api.listRows())) row.id satisfies number;
for await (const row of await unwrap(api.listFeatures({ query: { follow: true } }))) row.id satisfies number;
for (const row of await unwrap(api.listFeatures())) row.id satisfies number;
(await unwrap(api.getWhole())) satisfies string;

const anything = await api.getAny();
if (anything.ok && anything.status === "default") anything.data satisfies ItemStream<unknown>;
if (!anything.ok && anything.status === "default") anything.error satisfies string;

const rows: ReadableStream<{ id: number }> = (await unwrap(api.listRows())).toReadableStream();
const read = await rows.getReader().read();
read.value?.id satisfies number | undefined;

try {
  await unwrap(api.watch());
} catch (error) {
  if (isStreamError(error)) error.event satisfies string | undefined;
}
