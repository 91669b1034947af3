import { type HeaderLine, joinedHeader, type RawRequest } from "./exchange.js";

/** Asks for a documented answer as `Prefer` does, also where the API has a header of that name of its own. */
export const ownPrefer = "Facsimile-Prefer";

/** Which of the documented answers a request says that it wants, in the form of RFC 7240. Other preferences are the API's. */
export function preferencesOf(headers: readonly HeaderLine[]): string | undefined {
  return joinedHeader(headers, ownPrefer) ?? joinedHeader(headers, "Prefer");
}

/** Whether a request says which of the documented answers it wants: by a header, or in its query as Prism has it. */
export function asksForAnswer({ headers, target }: RawRequest): boolean {
  return (
    /(?:^|[,;\s])(?:code|example|dynamic)\s*=/i.test(preferencesOf(headers) ?? "") ||
    /[?&]__(?:code|example|dynamic)=/.test(target)
  );
}
