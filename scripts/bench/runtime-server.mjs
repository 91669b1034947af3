// Answers every request with the same small JSON document, on a free port of the loopback interface. Ends with its parent.
import { createServer } from "node:http";

const body = JSON.stringify({
  id: "u1",
  firstName: "Ann",
  lastName: "Lee",
  email: "ann@example.com",
  permissions: ["edit_domain", "create_page"],
  tags: { team: "north", plan: "trial" },
});
const headers = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.on("disconnect", () => process.exit());
