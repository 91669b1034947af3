import { isApiError } from "@facsimile/sendauth";
import { createClient, createUser, getUser, listUsers } from "@facsimile/sendauth/functions";
import { Window } from "happy-dom";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { VNodeChild } from "vue";
import { infiniteQueryOptions, mutationOptions, queryKey, queryOptions } from "../src/index.js";
import { users } from "./users.js";

// Vue looks for a document when it is loaded.
const window = new Window();
vi.stubGlobal("window", window);
for (const name of ["document", "Element", "SVGElement"] as const) vi.stubGlobal(name, window[name]);
const { computed, createApp, h, nextTick, ref } = await import("vue");
const vueQuery = await import("@tanstack/vue-query");
afterAll(async () => {
  vi.unstubAllGlobals();
  await window.happyDOM.close();
});

interface Shown {
  /** The text that a person sees. */
  readonly text: () => string;
  readonly press: () => void;
  readonly leave: () => void;
}

/** What the setup of a component gives. */
type Rendered = () => VNodeChild;

/** Puts a component on a page of its own, until the test is over. */
function show(setup: () => Rendered): Shown {
  const place = window.document.createElement("main");
  const queryClient = new vueQuery.QueryClient({ defaultOptions: { queries: { retry: false } } });
  const app = createApp({ setup }).use(vueQuery.VueQueryPlugin, { queryClient });
  // happy-dom's elements are the DOM's, but for their types.
  app.mount(place as unknown as globalThis.Element);
  let isThere = true;
  const leave = (): void => {
    if (isThere) app.unmount();
    isThere = false;
  };
  onTestFinished(() => {
    leave();
    queryClient.clear();
  });
  return { text: () => place.textContent, press: () => place.querySelector("button")?.click(), leave };
}

describe("Vue shows", () => {
  it("a user as soon as it is there, the next one when it is asked for, and who is not there", async () => {
    const { client } = await users();
    const userID = ref("u1");
    function UserName(): Rendered {
      const options = computed(() => queryOptions(getUser, client, { path: { userID: userID.value } }));
      const { data, error } = vueQuery.useQuery(options);
      return () => {
        if (isApiError(error.value)) return h("p", `refused with ${error.value.status}`);
        return h("p", data.value === undefined ? "…" : `${data.value.id} is ${data.value.firstName}`);
      };
    }
    const { text, leave } = show(UserName);
    expect(text()).toBe("…");
    await vi.waitFor(() => expect(text()).toBe("u1 is Ann"));
    userID.value = "u2";
    await nextTick();
    expect(text()).toBe("…");
    await vi.waitFor(() => expect(text()).toBe("u2 is Ann"));
    userID.value = "nobody";
    await vi.waitFor(() => expect(text()).toBe("refused with 404"));
    leave();
    expect(text()).toBe("");
  });

  it("one page after the other, until there is none", async () => {
    const { sendauth, asked } = await users();
    function Ids(): Rendered {
      const { data, hasNextPage, fetchNextPage } = vueQuery.useInfiniteQuery(infiniteQueryOptions(sendauth.listUsers));
      const ids = computed(() => data.value?.pages.flatMap(({ rows }) => rows?.map(({ id }) => id) ?? []));
      return () => [ids.value?.join(), hasNextPage.value && h("button", { onClick: () => fetchNextPage() }, " more")];
    }
    const { text, press } = show(Ids);
    for (const shown of ["u1,u2 more", "u1,u2,u3,u4 more", "u1,u2,u3,u4,u5"]) {
      await vi.waitFor(() => expect(text()).toBe(shown));
      press();
    }
    expect(asked).toHaveLength(3);
  });

  it("what is asked for again once something was created", async () => {
    const { client, asked } = await users();
    function Total(): Rendered {
      const cache = vueQuery.useQueryClient();
      const list = vueQuery.useQuery(queryOptions(listUsers, client));
      const onSuccess = (): Promise<void> => cache.invalidateQueries({ queryKey: queryKey(listUsers, client) });
      const { mutate, status } = vueQuery.useMutation({ ...mutationOptions(createUser, client), onSuccess });
      const create = (): void => mutate({ body: { firstName: "Ann", lastName: "Lee" } });
      return () => h("button", { onClick: create }, `${list.data.value?.total} users, ${status.value}`);
    }
    const { text, press } = show(Total);
    await vi.waitFor(() => expect(text()).toBe("5 users, idle"));
    press();
    await vi.waitFor(() => expect(text()).toBe("5 users, success"));
    const path = "/api/v1/users";
    expect(asked).toEqual([`GET ${path}`, `POST ${path}`, `GET ${path}`]);
  });

  it("nothing more of a call once it is left: the call ends", async () => {
    const { url } = await users();
    const signals: AbortSignal[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (init?.signal) signals.push(init.signal);
      return globalThis.fetch(input, init);
    };
    const client = createClient({ baseUrl: url, credentials: { basic: { username: "ann", password: "tea" } }, fetch });
    function Status(): Rendered {
      const { status } = vueQuery.useQuery(queryOptions(getUser, client, { path: { userID: "slow" } }));
      return () => h("p", status.value);
    }
    const { leave } = show(Status);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    leave();
    expect(signals[0]?.aborted).toBe(true);
  });
});
