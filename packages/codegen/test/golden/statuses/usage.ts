import { getRanges } from "./src/functions.js";
import { createStatuses } from "./src/index.js";

const api = createStatuses();

const result = await api.getRanges();
switch (result.status) {
  case 200:
    result.ok satisfies true;
    result.data.id satisfies string;
    break;
  case 206:
    result.data satisfies { id: string }[];
    break;
  case 304:
    result.ok satisfies false;
    result.error satisfies undefined;
    break;
  case 404:
    result.error satisfies undefined;
    break;
  case "4XX":
  case "default":
    result.error.title satisfies string;
    break;
  case "undocumented":
    // @ts-expect-error - nobody knows what it is
    result.error.title;
    result.text satisfies string;
    break;
  default:
    result satisfies never;
}
// @ts-expect-error - a status that is not documented
if (result.status === 405) console.log();
// @ts-expect-error - a range is no number
if (result.status === 4) console.log();
// @ts-expect-error - data only after a look at ok or status
result.data.id;
if (result.ok) {
  // @ts-expect-error - a misspelt property, in one of two answers
  result.data.ident;
}

const either = await api.getDefault();
if (either.ok) either.data.id satisfies string;
else if (either.status === "default") either.error.id satisfies string;

const gone = await api.deleteThing();
if (gone.status === "2XX") gone.data satisfies undefined;

const head = await api.checkThing();
if (head.status === 200) head.data satisfies undefined;

const page = await api.signIn();
if (page.ok) {
  page.status satisfies "undocumented";
  // @ts-expect-error - the document states no success
  page.data.id;
} else if (page.status === 302) page.error satisfies undefined;

// @ts-expect-error - the function takes a client
await getRanges();
