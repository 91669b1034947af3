import { createClient, getTea } from "./package/src/functions.js";
import { ApiError, createTeaHouse, isTimeoutError, type Tea, unwrap } from "./package/src/index.js";

const teaHouse = createTeaHouse({ credentials: { key: "k" } });

const tea: Tea = await unwrap(teaHouse.getTea({ path: { name: "sencha" } }));
const answer = await getTea(createClient({ credentials: { key: "k" } }), { path: { name: "sencha" } });
if (answer.ok) answer.data satisfies Tea;
for await (const one of teaHouse.listTeas.pages().items()) one satisfies Tea;
console.log(tea, ApiError, isTimeoutError);

// @ts-expect-error - the credentials are missing
createTeaHouse({});
// @ts-expect-error - the client is missing
getTea({ path: { name: "sencha" } });
