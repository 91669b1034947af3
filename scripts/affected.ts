import { run } from "./run.js";

/**
 * Of the tasks of turbo, and of those that they depend on, the ones that a change since a revision can make a difference to: by the inputs that turbo.json
 * gives each task. All of them where the revision is not known.
 *
 * @param base - a revision; what counts is what has changed since it and HEAD have parted, and what is not committed
 * @param cwd - the top of the repository. Default: of this one
 */
export async function affectedTasks(
  tasks: readonly string[],
  base: string,
  cwd?: string,
): Promise<ReadonlySet<string>> {
  const environment = { TURBO_SCM_BASE: base, TURBO_TELEMETRY_DISABLED: "1" };
  const { code, output } = await run("turbo", ["run", ...tasks, "--affected", "--dry=json"], environment, cwd);
  if (code !== 0) throw new Error(`turbo cannot say what is affected:\n${output}`);
  // turbo prints what it has to say before and after it.
  const plan = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as {
    readonly tasks: readonly { readonly taskId: string }[];
  };
  return new Set(plan.tasks.map(({ taskId }) => taskId));
}
