import { afterEach, describe, expect, it } from "vitest";
import { sendBytes } from "../../contract/test/raw-server.js";
import { closeAll, rawServer, startProxy } from "./run-proxy.js";

afterEach(closeAll);

const key = { "X-Key": "canary-of-the-key" };
const tea = JSON.stringify({ name: "oolong", grams: 5 });

describe("a proxy", () => {
  it("leaves every byte of a request and an answer as it is, but for the host and the connection", async () => {
    const answer = "HTTP/1.1 200 All Right\r\nx-ONE: 1\r\nX-Two: a\r\nX-One: 2\r\ncontent-LENGTH: 2\r\n\r\n{}";
    const server = await rawServer((socket) => socket.end(answer));
    const running = await startProxy(`${server.url}/v2`);
    const request = (host: string, connection: string): string =>
      `PUT /v2/teas/%7ea%2Fb?b=%20+&a=1 HTTP/1.1\r\nx-b: 1\r\nHOST: ${host}\r\nX-A: 1\r\nX-B: 2\r\nContent-Length: 3\r\n${connection}\r\n\r\n{ }`;
    const back = await sendBytes(running.url, request("localhost", "Connection: close, X-Hop\r\nX-Hop: 1"));
    expect(server.received()).toBe(request(new URL(server.url).host, "Connection: close"));
    expect(back).toBe(answer.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    expect((await running.stop()).stdout).toContain("✗ PUT /v2/teas/%7ea%2Fb 200");
  });

  it("hands a body on while it comes", async () => {
    const server = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
    });
    const running = await startProxy(`${server.url}/v2`);
    const answer = await fetch(`${running.url}/teas/oolong`, { headers: key });
    const first = await answer.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe("{");
  });

  it.each<[string, string, number, string]>([
    ["answers garbage", "SSH-2.0-OpenSSH_9.6\r\n", 502, "answered what is no HTTP (HPE_"],
    ["closes the connection", "", 502, "closed the connection without a whole answer (ECONNRESET)"],
    ["answers with a status that there is not", "HTTP/1.1 042 No\r\n\r\n", 502, "no HTTP"],
  ])("says that the server %s, and goes on", async (_what, bytes, status, finding) => {
    const server = await rawServer((socket) => socket.end(bytes));
    const running = await startProxy(`${server.url}/v2`);
    for (const _time of [1, 2]) {
      const answer = await fetch(`${running.url}/teas/oolong`, { headers: key });
      expect([answer.status, await answer.json()]).toEqual([
        status,
        { title: "Facsimile proxy", status, detail: expect.stringContaining(finding) },
      ]);
    }
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain("✗ GET /v2/teas/oolong no answer  (getTea)\n  answer: http://127.0.0.1:");
    expect(stdout).toContain("2 exchanges, 0 as documented, 2 not");
  });

  it("says that nobody listens", async () => {
    const server = await rawServer(() => {});
    await server.close();
    const running = await startProxy(`${server.url}/v2`);
    const answer = await fetch(`${running.url}/teas/oolong`, { method: "PUT", body: tea, headers: key });
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining("refuses connections")]);
    expect((await running.stop()).stdout).toContain("Is the server running?");
  });

  it("answers 504 for a server that says nothing, and cuts an answer that stops", async () => {
    const server = await rawServer((socket, head) => {
      if (head.includes("oolong")) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
    });
    const running = await startProxy(`${server.url}/v2`, ["--timeout", "1"]);
    const silent = await fetch(`${running.url}/teas`, { headers: key });
    expect([silent.status, await silent.text()]).toEqual([504, expect.stringContaining("said nothing for 1 s")]);
    const cut = await fetch(`${running.url}/teas/oolong`, { headers: key });
    await expect(cut.text()).rejects.toThrow();
    const { stdout } = await running.stop();
    expect(stdout.match(/said nothing for 1 s/g)).toHaveLength(2);
  });

  it("passes the answer of a server that does not wait for the whole request", async () => {
    const answer = "HTTP/1.1 422 Too Much\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n";
    const server = await rawServer((socket) => {
      socket.write(`${answer}{"message":"enough"}`);
      // Closing with a request unread resets the connection.
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    const running = await startProxy(`${server.url}/v2`);
    const head = "PUT /v2/teas/a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000000\r\n\r\n";
    const sending = sendBytes(running.url, head + " ".repeat(8_000_000));
    await running.shows(/PUT \/v2\/teas\/a 422 {2}\(keepTea\)/);
    await running.stop();
    expect(await sending).toContain('{"message":"enough"}');
  });

  it("tells an application that goes away from one that does something wrong", async () => {
    const server = await rawServer(() => {});
    const running = await startProxy(`${server.url}/v2`);
    const giving = fetch(`${running.url}/teas`, { headers: key, signal: AbortSignal.timeout(100) });
    await expect(giving).rejects.toThrow();
    await running.shows(/the application went away before it had its answer/);
    expect(await sendBytes(running.url, "no HTTP\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendBytes(running.url, "CONNECT tea:443 HTTP/1.1\r\nHost: tea\r\n\r\n")).toMatch(/^HTTP\/1\.1 501 /);
    const whole = "GET http://tea.example/v2/teas HTTP/1.1\r\nHost: tea.example\r\nConnection: close\r\n\r\n";
    expect(await sendBytes(running.url, whole)).toMatch(/^HTTP\/1\.1 400 [\s\S]*the target is a whole URL/);
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    expect(stdout).toContain("the application sent what is no HTTP (HPE_");
    expect(server.received()).not.toContain("tea.example");
  });

  it("refuses what was meant for another host, whose name was made to lead here", async () => {
    const server = await rawServer((socket) => socket.end("HTTP/1.1 204 No Content\r\n\r\n"));
    const running = await startProxy(`${server.url}/v2`);
    const ask = (host: string): Promise<string> =>
      sendBytes(running.url, `GET /v2/teas HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:9100"])
      expect(await ask(host)).toMatch(/^HTTP\/1\.1 421 [\s\S]*names another host/);
    expect(server.received()).toBe("");
    for (const host of ["127.0.0.1:9100", "localhost", "tea.localhost:1", "[::1]:9100"])
      expect(await ask(host)).toMatch(/^HTTP\/1\.1 204 /);
    await running.stop();
  });
});
