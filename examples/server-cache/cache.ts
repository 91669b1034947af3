/** Stands for the cache that Next.js puts before `fetch`, so that the example runs without it. In an application of Next.js, there is no such file. */
interface NextInit extends RequestInit {
  readonly next?: { readonly revalidate?: number; readonly tags?: readonly string[] };
}

interface Entry {
  readonly answer: Response;
  readonly tags: readonly string[];
  readonly until: number;
}

const entries = new Map<string, Entry>();
const platformFetch = globalThis.fetch;

/** What went to the API: its method and path. */
export const sent: string[] = [];

globalThis.fetch = async (url, init: NextInit = {}) => {
  const key = String(url);
  const { revalidate = 0, tags = [] } = init.next ?? {};
  const entry = entries.get(key);
  if (revalidate > 0 && entry !== undefined && entry.until > Date.now()) return entry.answer.clone();
  sent.push(`${init.method ?? "GET"} ${new URL(key).pathname}`);
  const answer = await platformFetch(url, init);
  if (revalidate > 0 && answer.ok)
    entries.set(key, { answer: answer.clone(), tags, until: Date.now() + revalidate * 1000 });
  return answer;
};

export function revalidateTag(tag: string): void {
  for (const [key, { tags }] of entries) if (tags.includes(tag)) entries.delete(key);
}
