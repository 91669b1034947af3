import { fails, succeeds, throws } from "../expected.js";
import type { Fault, FaultGroup, Shape } from "../fault.js";
import type { Wire } from "../wire.js";

/** Points elsewhere with a status that keeps the method. */
function refused(name: string, location: (wire: Wire) => string, status = 307, server?: Fault["server"]): Fault {
  return {
    name,
    ...(server && { server }),
    answer: (wire) => wire.answer(status, undefined, "", [`Location: ${location(wire)}`]),
    expected: throws("RedirectError", 1),
  };
}

/** Followed within the origin, with this method. */
function followed(status: number, shapes: readonly Shape[], method?: string): Fault {
  return {
    name: `${status} within the origin, for ${shapes.join(", ")}`,
    answer: (wire) =>
      wire.number === 1 ? wire.answer(status, undefined, "", ["Location: /next?page=2#part"]) : wire.succeed(),
    shapes,
    expected: succeeds(2, ({ requests: [first, second] }) => {
      if (!second?.target.startsWith("/next?page=2")) return `went to ${second?.target}`;
      const wanted = method ?? first?.method;
      if (second.method !== wanted) return `was sent as ${second.method} instead of ${wanted}`;
      return wanted === "GET" || second.body === first?.body ? undefined : "lost its body";
    }),
  };
}

export const redirect: FaultGroup = {
  title: "Redirects",
  faults: [
    followed(301, ["read"]),
    followed(302, ["read"]),
    followed(302, ["write"], "GET"),
    followed(303, ["write", "replace", "remove"], "GET"),
    followed(307, ["read", "write", "replace", "remove"]),
    followed(308, ["read", "write", "replace", "remove"]),
    refused("to another port", ({ surroundings }) => `${surroundings.elsewhere}/evil`),
    refused("to another port, with 302", ({ surroundings }) => `${surroundings.elsewhere}/evil`, 302),
    refused("to another host name of the same machine", ({ surroundings }) =>
      surroundings.elsewhere.replace("127.0.0.1", "localhost"),
    ),
    refused("without a scheme", ({ surroundings }) => surroundings.elsewhere.replace("http:", "")),
    refused("with a backslash", ({ surroundings }) => surroundings.elsewhere.replace("http://", "\\\\")),
    refused("to https on the same port", ({ surroundings }) => surroundings.origin.replace("http:", "https:")),
    refused("from https to http", ({ surroundings }) => `${surroundings.elsewhere}/evil`, 307, "trusted"),
    refused(
      "from https to http on the same port",
      ({ surroundings }) => surroundings.origin.replace("https:", "http:"),
      307,
      "trusted",
    ),
    refused("with user info", ({ surroundings }) => surroundings.origin.replace("http://", "http://user:word@")),
    refused("to a file", () => "file:///etc/passwd"),
    refused("to data", () => "data:application/json,{}"),
    refused("to a script", () => "javascript:alert(1)"),
    refused("to what is no URL", () => "http://["),
    {
      name: "in a circle",
      answer: (wire) => wire.answer(307, undefined, "", ["Location: /a"]),
      expected: throws("RedirectError", 6),
    },
    {
      name: "onward at the fifth redirect to another origin",
      answer: (wire) =>
        wire.answer(307, undefined, "", [
          `Location: ${wire.number < 5 ? `/${wire.number}` : `${wire.surroundings.elsewhere}/evil`}`,
        ]),
      expected: throws("RedirectError", 5),
    },
    { name: "without a location", answer: (wire) => wire.answer(302, undefined), expected: fails(302) },
  ],
};
