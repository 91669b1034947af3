import { ResponseParseError, type UnreadableAnswer } from "./errors/response-parse.js";
import { snippetLimit } from "./limits.js";
import { type Answered, unwrap } from "./unwrap.js";

/**
 * The page in an answer; undefined where nothing arrived, which is a page without items.
 *
 * @throws ApiError as `unwrap` does.
 * @throws ResponseParseError for a page that cannot be read. Taken for an empty one, it would end the list as if that were all.
 */
export async function pageOf<Page>(result: Answered<Page>): Promise<Page | undefined> {
  const page: Page | undefined = await unwrap(result);
  const { text, response } = result;
  if (page !== undefined || !text) return page;
  const { operation, method, url, status, headers } = response;
  const context: UnreadableAnswer = {
    operation,
    method,
    url,
    statusCode: status,
    contentType: headers.get("content-type") ?? "",
    snippet: text.slice(0, snippetLimit),
    tooLarge: false,
  };
  throw new ResponseParseError(`${operation} was answered with ${status} and a page that cannot be read`, context);
}
