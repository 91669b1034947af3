import type { CommandEntry } from "./command-entry.js";

export const commandEntries: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "Set a repository up: configuration, scripts and a workflow",
    load: async () => (await import("./commands/init.js")).initCommand,
  },
  {
    name: "add",
    summary: "Add an OpenAPI document to the configuration, and write its package",
    load: async () => (await import("./commands/add.js")).addCommand,
  },
  {
    name: "generate",
    summary: "Write the package for an OpenAPI document",
    load: async () => (await import("./commands/generate.js")).generateCommand,
  },
  {
    name: "reference",
    summary: "Write the reference of an API as pages in Markdown",
    needs: "@facsimile/contract",
    load: async () => (await import("./commands/reference.js")).referenceCommand,
  },
  {
    name: "fetch",
    summary: "Refresh the copy of an OpenAPI document that others publish",
    load: async () => (await import("./commands/fetch.js")).fetchCommand,
  },
  {
    name: "explain",
    summary: "Say what a finding means and how to mend a document that has it",
    load: async () => (await import("./commands/explain.js")).explainCommand,
  },
  {
    name: "diff",
    summary: "Say what a new edition of an OpenAPI document breaks",
    needs: "@facsimile/change",
    load: async () => (await import("./commands/diff.js")).diffCommand,
  },
  {
    name: "changeset",
    summary: "Write the changesets that generated packages need",
    needs: "@facsimile/change",
    load: async () => (await import("./commands/changeset.js")).changesetCommand,
  },
  {
    name: "mock",
    summary: "Serve the examples of an OpenAPI document on this machine",
    needs: "@facsimile/mock",
    load: async () => (await import("./commands/mock.js")).mockCommand,
  },
  {
    name: "contract",
    summary: "Hold a built package, or a running server, against its document",
    needs: "@facsimile/contract",
    load: async () => (await import("./commands/contract.js")).contractCommand,
  },
  {
    name: "proxy",
    summary: "Hold what an application sends and receives against a document",
    needs: "@facsimile/contract",
    load: async () => (await import("./commands/proxy.js")).proxyCommand,
  },
  {
    name: "mutation",
    summary: "Count the seeded faults that the contract tests notice",
    needs: "@facsimile/contract",
    load: async () => (await import("./commands/mutation.js")).mutationCommand,
  },
  {
    name: "draft",
    summary: "Write a first OpenAPI document from documentation pages",
    needs: "@facsimile/evidence",
    load: async () => (await import("./commands/draft.js")).draftCommand,
  },
  {
    name: "evidence",
    summary: "Read documentation pages into facts",
    needs: "@facsimile/evidence",
    load: async () => (await import("./commands/evidence.js")).evidenceCommand,
  },
  {
    name: "wire",
    summary: "Look for the names on the wire behind an SDK's spelling of them",
    needs: "@facsimile/evidence",
    load: async () => (await import("./commands/wire.js")).wireCommand,
  },
  {
    name: "facts",
    summary: "Write a fact of a documentation page down by hand",
    needs: "@facsimile/evidence",
    load: async () => (await import("./commands/facts.js")).factsCommand,
  },
  {
    name: "verify",
    summary: "Hold an OpenAPI document against the facts of its documentation",
    needs: "@facsimile/evidence",
    load: async () => (await import("./commands/verify.js")).verifyCommand,
  },
  {
    name: "completion",
    summary: "Print what makes a shell complete commands and options",
    load: async () => (await import("./commands/completion.js")).completionCommand(commandEntries),
  },
];
