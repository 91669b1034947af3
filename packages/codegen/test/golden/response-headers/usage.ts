import { createResponseHeaders } from "./src/index.js";

const result = await createResponseHeaders().startJob();
if (result.status === 202) {
  result.headers.Location satisfies string | undefined;
  result.headers["Retry-After"] satisfies number | undefined;
  result.headers["X-Ratio"] satisfies number | undefined;
  result.headers["X-Last"] satisfies boolean | undefined;
  result.headers["X-Names"] satisfies readonly string[] | undefined;
  result.headers.constructor satisfies string | undefined;
  result.headers.toString satisfies readonly string[] | undefined;
  result.headers["Set-Cookie"] satisfies readonly string[] | undefined;
  result.headers["X-Quota"]?.left satisfies number | undefined;
  // @ts-expect-error - text, though its schema is a number
  result.headers["X-Note"] satisfies number | undefined;
  // @ts-expect-error - a misspelt header
  result.headers.location;
} else if (result.status === 400) {
  result.headers["X-Error"] satisfies string | undefined;
  // @ts-expect-error - a header of another status
  result.headers.Location;
}
