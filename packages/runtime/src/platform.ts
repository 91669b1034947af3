/**
 * What the platform calls by this name. Where nobody has told the compiler what there is (neither the DOM library nor types of the platform are
 * loaded), an object of which nothing is known.
 */
type Known<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, { readonly prototype: infer Value }>> ? Value : object;

export type PlatformRequest = Known<"Request">;
export type PlatformResponse = Known<"Response">;
export type PlatformHeaders = Known<"Headers">;
export type PlatformSearchParams = Known<"URLSearchParams">;
export type PlatformBlob = Known<"Blob">;
export type PlatformAbortSignal = Known<"AbortSignal">;
export type PlatformCryptoKey = Known<"CryptoKey">;

/** A stream of the platform, whose reader knows what it reads. */
export type PlatformReadableStream<Item> = {
  getReader(): {
    read(): Promise<
      { readonly done: false; readonly value: Item } | { readonly done: true; readonly value?: Item | undefined }
    >;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
  };
} & Known<"ReadableStream">;

/** What the platform's `fetch` takes as its second argument (Fetch, "RequestInit"). */
export type PlatformRequestInit = typeof globalThis extends {
  readonly fetch: (input: never, init?: infer Init) => unknown;
}
  ? NonNullable<Init>
  : object;

/** What the platform makes `Headers` of (Fetch, "HeadersInit"). */
export type PlatformHeadersInit = typeof globalThis extends { readonly Headers: new (init?: infer Init) => unknown }
  ? NonNullable<Init>
  : object;
