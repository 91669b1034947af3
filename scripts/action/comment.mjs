/** Pages of comments, a hundred each, that are looked through at most. */
const mostPages = 30;

/** An answer may take so long, in milliseconds. */
const patience = 30_000;

/** The token has no right to write, as that of a fork has none. */
export class ForbiddenError extends Error {}

/**
 * @typedef {object} Conversation
 * @property {string} api the URL of GitHub's REST API
 * @property {string} repository `owner/name`
 * @property {number} number of the pull request
 * @property {string} token
 */

/**
 * Writes a comment under a pull request, or brings the one up to date that begins with the same mark.
 *
 * @param {Conversation} conversation
 * @param {string} mark
 * @param {string} body begins with the mark
 * @param {boolean} isNews whether a comment is written where there is none yet
 * @throws {ForbiddenError}
 * @throws {Error} where GitHub cannot do it
 */
export async function comment(conversation, mark, body, isNews) {
  const { repository, number } = conversation;
  const id = await findComment(conversation, mark);
  if (id !== undefined) await ask(conversation, "PATCH", `repos/${repository}/issues/comments/${id}`, { body });
  else if (isNews) await ask(conversation, "POST", `repos/${repository}/issues/${number}/comments`, { body });
}

/**
 * Only a comment that a workflow has written counts: anybody can write the mark.
 *
 * @param {Conversation} conversation
 * @param {string} mark
 * @returns {Promise<number | undefined>}
 */
async function findComment(conversation, mark) {
  const { repository, number } = conversation;
  for (let page = 1; page <= mostPages; page++) {
    const path = `repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`;
    /** @type {readonly { id: number, body?: string | null, user?: { login: string } | null }[]} */
    const comments = await ask(conversation, "GET", path);
    const own = comments.find(({ body, user }) => user?.login === "github-actions[bot]" && body?.startsWith(mark));
    if (own !== undefined) return own.id;
    if (comments.length < 100) return undefined;
  }
  return undefined;
}

/**
 * @param {Conversation} conversation
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function ask({ api, token }, method, path, body) {
  const response = await fetch(`${api}/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: "application/vnd.github+json",
      "Content-Type": "application/json",
      "User-Agent": "facsimile",
      "X-GitHub-Api-Version": "2022-11-28",
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  });
  if (response.ok) return response.json();
  if (response.status === 403 || response.status === 404) throw new ForbiddenError();
  throw new Error(`${method} ${path} is answered with ${response.status}.`);
}
