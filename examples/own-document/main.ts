// The sources of the package, which tsx reads. A package that is published is built first: `npm run build` in its folder.
import { createTasks, unwrap } from "./client/src/index.js";

const tasks = createTasks({ baseUrl: process.env.API_URL ?? "https://tasks.example.com" });

const added = await unwrap(tasks.addTask({ body: { title: "Generate a package" } }));
console.log(`added: ${added.title}`);

await unwrap(tasks.changeTask({ path: { id: added.id }, body: { done: true } }));
for (const task of await unwrap(tasks.listTasks())) console.log(task.done ? "[x]" : "[ ]", task.title);

const missing = await tasks.getTask({ path: { id: "t0" } });
if (missing.status === 404) console.log("no task of that name");
