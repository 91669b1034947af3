/** The page that explains a code, relative to the root of this project. */
export function pageOf(code: string): string {
  return `docs/diagnostics/${code}.md`;
}
