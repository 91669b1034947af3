/**
 * An annotation. Nothing in the text can end the command or begin another one.
 *
 * @param {"error" | "warning" | "notice"} level
 * @param {string} message
 */
export function annotate(level, message) {
  const text = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  console.log(`::${level} title=facsimile::${text}`);
}
