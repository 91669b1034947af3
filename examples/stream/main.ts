import { createChat } from "./client/src/index.js";

const chat = createChat({ baseUrl: process.env.API_URL ?? "https://chat.example.com" });

// The result is there with the headers. Its data gives each event when it has come.
const result = await chat.ask({ body: { question: "What is a stream?" } }, { itemTimeout: 10_000 });
if (!result.ok) throw new Error(`refused with ${result.statusCode}`);

for await (const event of result.data) {
  // The name of an event tells what its data is.
  if (event.event === "word") console.log("·", event.data.text);
  else console.log(event.data);
}

// Leaving the loop ends the request.
const another = await chat.ask({ body: { question: "And if I stop listening?" } });
if (another.ok) {
  for await (const event of another.data) {
    console.log("first:", event.event);
    break;
  }
}
