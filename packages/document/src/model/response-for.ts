/**
 * The response that describes a status: its own, then its range, then `default` (OpenAPI 3.1.1, 4.8.16).
 *
 * @param status - a whole number of three digits
 */
export function responseFor<Response extends { readonly status: string }>(
  responses: readonly Response[],
  status: number,
): Response | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "DEFAULT"];
  return keys
    .map((key) => responses.find((response) => response.status.toUpperCase() === key))
    .find((found) => found !== undefined);
}
