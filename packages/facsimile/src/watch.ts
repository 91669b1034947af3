import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps; a change counts when there has been none for so many milliseconds. */
const quiet = 60;

/**
 * Calls `changed` after every change to one of the files, one call at a time, until the signal is aborted. What the files are is asked again after
 * each call.
 *
 * Folders are watched and not files, because many editors replace a file by another one.
 */
export async function watchFiles(
  files: () => readonly string[],
  signal: AbortSignal,
  changed: () => Promise<void>,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = (running ?? Promise.resolve()).then(changed).then(follow);
    }, quiet);
  };
  const follow = (): void => {
    for (const folder of new Set(files().map((file) => dirname(file)))) {
      if (watchers.has(folder)) continue;
      const isWatched = (name: string | null): boolean =>
        files().some((file) => dirname(file) === folder && basename(file) === name);
      watchers.set(
        folder,
        watch(folder, (_, name) => isWatched(name) && later()),
      );
    }
  };
  follow();
  try {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    await running;
  }
}
