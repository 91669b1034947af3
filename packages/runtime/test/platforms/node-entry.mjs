// Runs the scenario on built packages in whatever Node executes this file: `node node-entry.mjs <server> <scenario> <runtime> <package>=<file>…`.
const [server, scenario, runtime, ...packages] = process.argv.slice(2);
const { runScenario } = await import(scenario);
const loaded = await Promise.all(
  packages.map(async (one) => {
    const [name, file] = one.split("=");
    return { name, functions: await import(file) };
  }),
);
process.stdout.write(JSON.stringify(await runScenario(await import(runtime), loaded, server)));
// Requests that were given up may keep the process alive.
process.exit();
