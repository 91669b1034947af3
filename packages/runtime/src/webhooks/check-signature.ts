import { Ended } from "./problem.js";
import { areEqual, hmacOf, type SignedHead } from "./signature.js";

/** Seconds that the clocks of sender and receiver may differ, and within which an event could be played again. Standard Webhooks' own libraries have five minutes. */
const tolerance = 300;

/** What of an event is signed. */
export interface Signature {
  readonly id: string;
  readonly timestamp: Date;
}

/**
 * Checks an event by Standard Webhooks 1.0. `svix-id` and its kin, which are older names of the same headers, count where there is no `webhook-id`.
 *
 * @throws Ended where no secret has signed it, or not now
 */
export async function checkSignature(
  secrets: readonly Uint8Array[],
  headers: Headers,
  body: Uint8Array,
): Promise<Signature> {
  const prefix = headers.has("webhook-id") ? "webhook" : "svix";
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map((name) => headers.get(`${prefix}-${name}`));
  if (!id || !timestamp || !signatures) refuse("it has not all of webhook-id, webhook-timestamp and webhook-signature");
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const age = Date.now() / 1000 - seconds;
  if (Number.isNaN(seconds)) refuse("its webhook-timestamp is no number of seconds");
  if (Math.abs(age) > tolerance) refuse(`its webhook-timestamp is more than five minutes ${age > 0 ? "old" : "ahead"}`);
  const given = signatures.split(" ").flatMap(readSignature);
  if (!(await isSigned(secrets, { id, timestamp }, body, given))) refuse("no signature of it fits");
  return { id, timestamp: new Date(seconds * 1000) };
}

/** One sum for each secret, however many signatures there are. */
async function isSigned(
  secrets: readonly Uint8Array[],
  head: SignedHead,
  body: Uint8Array,
  given: readonly Uint8Array[],
): Promise<boolean> {
  const expected = await Promise.all(secrets.map((secret) => hmacOf(secret, head, body)));
  return expected.some((one) => given.filter((other) => areEqual(one, other)).length > 0);
}

/** The bytes of a symmetric signature; other kinds may stand beside it. */
function readSignature(text: string): readonly Uint8Array[] {
  if (!/^v1,[A-Za-z0-9+/]{43}=$/.test(text)) return [];
  return [Uint8Array.from(atob(text.slice(3)), (character) => character.charCodeAt(0))];
}

function refuse(reason: string): never {
  throw new Ended({ kind: "refused", status: 401, message: `A webhook was refused: ${reason}.` });
}
