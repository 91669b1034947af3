import type { FaultGroup } from "./fault.js";
import { abort } from "./list/abort.js";
import { body } from "./list/body.js";
import { connection } from "./list/connection.js";
import { content } from "./list/content.js";
import { protocol } from "./list/protocol.js";
import { redirect } from "./list/redirect.js";
import { retry } from "./list/retry.js";
import { secrets } from "./list/secrets.js";
import { status } from "./list/status.js";
import { time } from "./list/time.js";
import { tls } from "./list/tls.js";

/** Every fault of the bench. */
export const faultGroups: readonly FaultGroup[] = [
  connection,
  tls,
  protocol,
  body,
  content,
  status,
  retry,
  time,
  abort,
  redirect,
  secrets,
];
