import { createSecurity } from "./src/index.js";

createSecurity();
createSecurity({ credentials: { "header key": "k" } });
createSecurity({ credentials: { login: { username: "u", password: "p" }, bearer: () => "t" } });
createSecurity({ credentials: { cookie: "c", query: async () => "q" } });

// @ts-expect-error - one half of two that belong together
createSecurity({ credentials: { cookie: "c" } });
// @ts-expect-error - a scheme that no operation requires
createSecurity({ credentials: { bearer: "t", unused: "u" } });
// @ts-expect-error - a user name alone
createSecurity({ credentials: { login: { username: "u" } } });
