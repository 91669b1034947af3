import { joinedHeader, type RawRequest } from "./exchange.js";

/** Whether a request says which of the documented answers it wants, by `Prefer` or in its query as Prism has it. Other preferences are the API's. */
export function asksForAnswer({ headers, target }: RawRequest): boolean {
  const preferences = joinedHeader(headers, "prefer") ?? "";
  return (
    /(?:^|[,;\s])(?:code|example|dynamic)\s*=/i.test(preferences) || /[?&]__(?:code|example|dynamic)=/.test(target)
  );
}
