/** A worker is a module with a function: Node calls it as well. */
import { ask, environment } from "./ask.js";
import worker from "./worker.js";

await ask((url) => worker.fetch(new Request(url), environment()));
