/** Asks a worker for one user that there is and for one that there is not, and prints what it answers. */
export async function ask(dispatch: (url: string) => Promise<Response>): Promise<void> {
  for (const userID of ["usr_1042", "usr_9999"]) {
    const answer = await dispatch(`https://names.example/${userID}`);
    console.log(answer.status, await answer.text());
  }
}

/** What a worker is given, from the environment of this process. */
export function environment(): { API_URL: string; SENDAUTH_USERNAME: string; SENDAUTH_PASSWORD: string } {
  const { API_URL = "", SENDAUTH_USERNAME = "", SENDAUTH_PASSWORD = "" } = process.env;
  return { API_URL, SENDAUTH_USERNAME, SENDAUTH_PASSWORD };
}
