import { createServer } from "node:http";
import { close, listen } from "@facsimile/mock/wire";
import { expect, onTestFinished, test } from "vitest";
import { send } from "./send.js";

test.each([
  ["a name", ["a b", "c"]],
  ["no name", ["", "c"]],
  ["a value", ["a", "b\r\nc: d"]],
] as const)("a header whose %s cannot be sent is refused before there is a connection", async (_, header) => {
  let connections = 0;
  const server = createServer((_request, response) => response.end());
  server.on("connection", () => (connections += 1));
  const port = await listen(server, 0);
  onTestFinished(() => close(server));
  const sending = send(new URL(`http://127.0.0.1:${port}`), {
    method: "GET",
    target: "/",
    headers: [header],
    body: undefined,
  });
  await expect(sending).rejects.toThrow(TypeError);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(connections).toBe(0);
});
