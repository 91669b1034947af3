import { hasNoBody, type Operation, type Response } from "@facsimile/document";

/** Concrete statuses for `default` that servers really send, in the order in which they are tried. */
const forDefault = [500, 503, 418, 400, 409];

/** Why a response that has no {@link concreteStatus} is never answered. */
export function whyNever({ status }: Response): string {
  return status.startsWith("1")
    ? "An answer of 1xx is none that ends a request; nobody but the platform sees it."
    : "Other responses leave no status to this one.";
}

/** A response as it travels: without content where no answer has any, whatever the document says, of what GET would have for example. */
export function asSent({ method }: Operation, response: Response): Response {
  return hasNoBody(method, response.status) ? { ...response, content: [] } : response;
}

/**
 * A status that a response of an operation answers, such as 404 for `404` or `4XX`. Undefined where others leave none to it, and for 1xx, which end
 * no request.
 */
export function concreteStatus({ responses }: Operation, response: Response): number | undefined {
  if (response.status.startsWith("1")) return undefined;
  if (/^\d{3}$/.test(response.status)) return Number(response.status);
  const others = responses.filter((other) => other !== response).map(({ status }) => status.toUpperCase());
  const range = /^([1-5])XX$/i.exec(response.status)?.[1];
  const candidates =
    range === undefined ? forDefault : Array.from({ length: 100 }, (_, index) => Number(range) * 100 + index);
  return candidates.find(
    (status) => !others.some((key) => key === String(status) || (range === undefined && isInRange(status, key))),
  );
}

function isInRange(status: number, key: string): boolean {
  return key === `${Math.floor(status / 100)}XX`;
}
