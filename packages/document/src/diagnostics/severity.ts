/**
 * How much a finding costs. `error`: nothing true can be said of the document as a whole, and nothing is made of it. `omission`: one thing in it
 * cannot be served truthfully and is left out; the rest is served. `warning`: the document says something wrong or meaningless, what was made
 * of it is said, and nothing is lost.
 */
export type Severity = "error" | "omission" | "warning";
