/**
 * A text of Markdown outside code, in which what only VitePress reads is no more than text: attributes in braces, containers and names of pictures
 * between colons, a list of headings in double brackets. A picture becomes a link, since a site fetches nothing from elsewhere.
 */
export function siteText(text: string): string {
  return text.replace(/[{}]|:(?=:|[\w+-]+:)|\[(?=\[)|!(?=\[)/g, "\\$&");
}

/** What begins a file that VitePress would put into a page, wherever it stands, in code too: it gets a space in it. */
export function withoutIncludes(page: string): string {
  return page.replace(/<!-{2}(?=\s*@include)/g, "<! --");
}
