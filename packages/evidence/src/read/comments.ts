/** HTML without its comments: in their place are as many line feeds as they had. One that is never closed stays. */
export function withoutComments(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = html.indexOf("<!--"); start !== -1; start = html.indexOf("<!--", at)) {
    const end = html.indexOf("-->", start);
    if (end === -1) break;
    pieces.push(html.slice(at, start), html.slice(start, end).replace(/[^\n]+/g, ""));
    at = end + "-->".length;
  }
  return `${pieces.join("")}${html.slice(at)}`;
}
