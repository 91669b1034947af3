import type { Bar } from "./bars.js";
import { readReport } from "./report.js";

/** A part of Stryker's report schema. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** How many of the faults that were seeded into something are noticed. Where each file of the report lies says into what. */
const families = {
  server: "in the mock server",
  request: "in the request on its way",
  answer: "in the answer on its way",
  package: "in the built package",
} as const;

export function mutationOf(providers: readonly string[]): readonly Bar[] {
  const reports = providers.map(
    (provider) => [provider, readReport<Report>(provider, "mutation.json", command)] as const,
  );
  return Object.entries(families).flatMap(([family, group]) =>
    reports.map(([provider, { files }]) => {
      const own = Object.entries(files).filter(([name]) => name.startsWith(`${family}/`));
      const statuses = own.flatMap(([, { mutants }]) => mutants.map(({ status }) => status));
      const noticeable = statuses.filter((status) => status !== "Ignored");
      const noticed = noticeable.filter((status) => status === "Killed");
      return { group, name: provider, done: noticed.length, of: noticeable.length };
    }),
  );
}

const command = "npm run mutation -- --sample 50";
