/** True where a text is no value but a variable without one, or a placeholder such as `<string>`. */
export function isPlaceholder(text: string): boolean {
  return /^<[^<>]{0,100}>$/.test(text.trim()) || /\{\{[^{}]{1,100}\}\}/.test(text);
}

/** The text of a pair. Undefined where it is not known: a variable stands there, or a placeholder. */
export function known(text: string): string | undefined {
  return isPlaceholder(text) ? undefined : text;
}
