import { Buffer } from "node:buffer";
import { Agent, EnvHttpProxyAgent, fetch } from "undici";

/** What the registry of others answered. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** How long one answer may take, in milliseconds. */
const limit = 60_000;

/** The registry that npm uses on this machine. Each answer is asked for once. */
export class Upstream {
  // undici warns of the one that looks for a proxy, which few machines have.
  readonly #agent = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name))
    ? new EnvHttpProxyAgent()
    : new Agent();
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #failures: string[] = [];

  /** `home`: the registry's address. */
  constructor(private readonly home: string) {}

  /** What could not be fetched, and why, since this was asked last. */
  takeFailures(): readonly string[] {
    return this.#failures.splice(0);
  }

  /**
   * What is at a path, with the addresses of tarballs below another registry. Answers with 502 where nothing could be fetched.
   *
   * @param accept - the form that npm asks for
   * @param instead - the address of the other registry
   */
  get(path: string, accept: string, instead: string): Promise<Answer> {
    const key = `${path} ${accept}`;
    const answer = this.#answers.get(key) ?? this.#fetch(path, accept, instead);
    this.#answers.set(key, answer);
    return answer;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #fetch(path: string, accept: string, instead: string): Promise<Answer> {
    try {
      const url = new URL(path.slice(1), this.home);
      const options = { headers: { accept }, dispatcher: this.#agent, signal: AbortSignal.timeout(limit) };
      const response = await fetch(url, options);
      const type = response.headers.get("content-type") ?? "application/octet-stream";
      const bytes = Buffer.from(await response.arrayBuffer());
      if (!response.ok && response.status !== 404) throw new Error(`status ${response.status}`);
      const body = type.includes("json") ? Buffer.from(bytes.toString().replaceAll(this.home, instead)) : bytes;
      return { status: response.status, type, body };
    } catch (error) {
      this.#answers.delete(`${path} ${accept}`);
      const cause = error instanceof Error ? String(error.cause ?? error.message) : String(error);
      this.#failures.push(`${path}: ${cause}`);
      return { status: 502, type: "text/plain", body: Buffer.from(cause) };
    }
  }
}
