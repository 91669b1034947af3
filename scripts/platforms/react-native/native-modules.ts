import { Buffer } from "node:buffer";

/** A part of a blob, as React Native's JavaScript names it to native code (Libraries/Blob/BlobTypes.js). */
interface BlobData {
  readonly blobId: string;
  readonly offset: number;
  readonly size: number;
  readonly type?: string;
}

/** A body, as Libraries/Network/convertRequestBody.js writes it. */
interface NativeBody {
  readonly string?: string;
  readonly base64?: string;
  readonly blob?: BlobData;
  /** Those that are texts. */
  readonly formData?: readonly { readonly headers: Readonly<Record<string, string>>; readonly string: string }[];
}

interface NativeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: NativeBody;
  readonly responseType: "blob" | "base64" | "text";
}

/** Tells JavaScript of an event; `RCTDeviceEventEmitter.emit`. */
export type Emit = (event: string, detail: readonly unknown[]) => void;

/**
 * What is native code in React Native and has to be there for `fetch`: blobs, what reads them, and requests. By the names under which JavaScript
 * asks for them. Requests go through this Node's `fetch`, and follow redirects as NSURLSession and OkHttp do.
 */
export function createNativeModules(emit: Emit): Readonly<Record<string, object>> {
  const blobs = new Map<string, Buffer>();
  const read = ({ blobId, offset, size }: BlobData): Buffer =>
    (blobs.get(blobId) ?? Buffer.alloc(0)).subarray(offset, offset + size);
  return {
    BlobModule: {
      getConstants: () => ({ BLOB_URI_SCHEME: "blob", BLOB_URI_HOST: null }),
      addNetworkingHandler: () => {},
      createFromParts: (
        parts: readonly ({ type: "string"; data: string } | { type: "blob"; data: BlobData })[],
        id: string,
      ) => {
        const bytes = parts.map((part) => (part.type === "string" ? Buffer.from(part.data) : read(part.data)));
        blobs.set(id, Buffer.concat(bytes));
      },
      release: (id: string) => blobs.delete(id),
    },
    FileReaderModule: {
      readAsDataURL: async (blob: BlobData) => `data:${blob.type};base64,${read(blob).toString("base64")}`,
      readAsText: async (blob: BlobData) => read(blob).toString("utf8"),
    },
    Networking: createNetworking(emit, blobs, read),
  };
}

function createNetworking(emit: Emit, blobs: Map<string, Buffer>, read: (blob: BlobData) => Buffer): object {
  const running = new Map<number, AbortController>();
  let last = 0;
  const perform = async (id: number, request: NativeRequest, signal: AbortSignal): Promise<void> => {
    const { method, url, headers, data } = request;
    const body = bodyOf(data, read);
    const own = data.formData && { "content-type": "multipart/form-data; boundary=native" };
    const response = await fetch(url, { method, headers: { ...headers, ...own }, signal, ...(body && { body }) });
    emit("didReceiveNetworkResponse", [id, response.status, Object.fromEntries(response.headers), response.url]);
    const bytes = Buffer.from(await response.arrayBuffer());
    emit("didReceiveNetworkData", [id, handOver(`answer-${id}`, bytes, request, response, blobs)]);
  };
  return {
    sendRequest: (request: NativeRequest, callback: (id: number) => void) => {
      const id = ++last;
      const aborter = new AbortController();
      running.set(id, aborter);
      callback(id);
      perform(id, request, aborter.signal)
        .then(
          () => "",
          (error: Error) => error.message,
        )
        .then((failure) => emit("didCompleteNetworkResponse", [id, failure, false]))
        .finally(() => running.delete(id));
    },
    abortRequest: (id: number) => running.get(id)?.abort(),
  };
}

function bodyOf(
  { string, base64, blob, formData }: NativeBody,
  read: (blob: BlobData) => Buffer,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (base64 !== undefined) return new Uint8Array(Buffer.from(base64, "base64"));
  if (blob) return new Uint8Array(read(blob));
  return formData ? writeForm(formData) : string;
}

function writeForm(parts: NonNullable<NativeBody["formData"]>): string {
  const written = parts.map(({ headers, string }) => {
    const lines = Object.entries(headers).map((header) => `${header.join(": ")}\r\n`);
    return `--native\r\n${lines.join("")}\r\n${string}\r\n`;
  });
  return `${written.join("")}--native--\r\n`;
}

/** Bytes as the kind of response has them that was asked for. */
function handOver(
  blobId: string,
  bytes: Buffer,
  { responseType }: NativeRequest,
  { headers }: Response,
  blobs: Map<string, Buffer>,
): unknown {
  if (responseType !== "blob") return bytes.toString(responseType === "base64" ? "base64" : "utf8");
  blobs.set(blobId, bytes);
  return { blobId, offset: 0, size: bytes.length, type: headers.get("content-type") ?? "" };
}
