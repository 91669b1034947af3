#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// A command ends before most code that TurboFan optimizes has paid for it. From Node 22 on, Maglev compiles it first: docs/decisions/0039-optimized-later.md.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString("--interrupt-budget=1000000");

const { run } = await import("../dist/main.js");

process.exitCode = await run(process.argv.slice(2));
