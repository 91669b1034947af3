import type { CredentialSource, Maybe } from "./credential.js";

/**
 * A credential that is kept, and asked for again once where the API answers 401. However many calls need it at the same time, it is asked for
 * once; all of them get what that gives, or fail with it.
 *
 * @param ask - gets what it gave before and the API refused; undefined the first time, and after it gave nothing
 */
export function renew<Value>(
  ask: (refused: Value | undefined) => Maybe<Value> | Promise<Maybe<Value>>,
): CredentialSource<Value> {
  let kept: Maybe<Value>;
  let pending: Promise<Maybe<Value>> | undefined;

  const renewed = async (refused: Value | undefined): Promise<Maybe<Value>> => {
    kept = await ask(refused);
    return kept;
  };

  return {
    async get(refused) {
      if (kept != null && kept !== refused) return kept;
      pending ??= renewed(kept ?? undefined).finally(() => {
        pending = undefined;
      });
      return pending;
    },
  };
}
