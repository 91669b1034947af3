import type { Socket } from "node:net";

/** A request as a server got it. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a fault's server needs to know beside its connection. */
export interface Surroundings {
  /** The server's own origin. */
  readonly origin: string;
  /** The origin of another server, which must never be asked. */
  readonly elsewhere: string;
  /** The status of success that the operation's document states. */
  readonly success: number;
  /** That success has no body. */
  readonly bodiless?: boolean | undefined;
  /** Aborts the caller's signal. */
  readonly abort: () => void;
}

/** One connection, as a fault's server sees it. */
export class Wire {
  constructor(
    readonly socket: Socket,
    readonly surroundings: Surroundings,
    /** From 1, over all connections. 0 where no request has been read. */
    readonly number = 0,
    readonly request: SeenRequest = { method: "", target: "", headers: {}, body: "" },
  ) {}

  /** Sends bytes as they are. */
  write(...pieces: (string | Uint8Array)[]): this {
    for (const piece of pieces) if (!this.socket.destroyed) this.socket.write(piece);
    return this;
  }

  /** Sends a head and leaves the body to whoever comes next. `status` is all that follows `HTTP/1.1 `. */
  head(status: string | number, headers: readonly string[] = []): this {
    return this.write([`HTTP/1.1 ${status}${typeof status === "number" ? " X" : ""}`, ...headers, "", ""].join("\r\n"));
  }

  /** Sends a whole answer with the right length. */
  answer(
    status: number,
    type: string | undefined,
    body: string | Uint8Array = "",
    headers: readonly string[] = [],
  ): this {
    const bytes = Buffer.from(body);
    const own = type === undefined ? [] : [`Content-Type: ${type}`];
    return this.head(status, [...own, ...headers, `Content-Length: ${bytes.length}`]).write(bytes);
  }

  json(status: number, text: string, headers: readonly string[] = []): this {
    return this.answer(status, "application/json", text, headers);
  }

  /** What the operation documents as success; the text is left out where that has no body. */
  succeed(text = '{"ok":true}', headers: readonly string[] = []): this {
    const { success, bodiless } = this.surroundings;
    if (!bodiless) return this.json(success, text, headers);
    // A 204 states no length (RFC 9110 8.6).
    return this.head(success, success === 204 ? headers : [...headers, "Content-Length: 0"]);
  }

  /** Sends pieces one by one, `pause` milliseconds apart, for as long as the connection lives. */
  drip(pause: number, piece: (number: number) => string | Uint8Array): void {
    let number = 0;
    const timer = setInterval(() => this.write(piece(number++)), pause);
    this.socket.once("close", () => clearInterval(timer));
  }

  /** Ends the connection in order (FIN). */
  end(): void {
    this.socket.end();
  }

  /** Breaks the connection (RST), after what was written has gone out. */
  reset(): void {
    setTimeout(() => this.socket.resetAndDestroy(), 10);
  }
}
