/** How long something took, for a person: nothing for a second or less. */
export function took(milliseconds: number): string {
  if (milliseconds <= 1000) return "";
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `Took ${seconds.toFixed(1)} s.\n`;
  const whole = Math.round(seconds);
  return `Took ${Math.floor(whole / 60)} min ${whole % 60} s.\n`;
}
