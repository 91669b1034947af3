/** `2026-11-30`, a day that there is (RFC 3339, `full-date`). */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === undefined) return false;
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `23:59:60Z`: a leap second is one where it is midnight in Greenwich (RFC 3339, `full-time`). */
export function isTime(text: string): boolean {
  return isClock(text, false);
}

/** The same, which may leave out how far from Greenwich it is. */
export function isLocalTime(text: string): boolean {
  return isClock(text, true);
}

const clock = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?|)$/i;

function isClock(text: string, mayBeLocal: boolean): boolean {
  const [whole, hours, minutes, seconds, sign, zoneHours = 0, zoneMinutes = 0] = clock.exec(text) ?? [];
  if (whole === undefined || (!mayBeLocal && sign === undefined && !/z$/i.test(whole))) return false;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return false;
  const away = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const day = 24 * 60;
  const isMidnight = (hour * 60 + minute - away + day) % day === day - 1;
  return second < 60 || (second === 60 && isMidnight);
}

export function isDateTime(text: string): boolean {
  const [date = "", time = "", ...more] = text.split(/[t\s]/i);
  return more.length === 0 && isDate(date) && isTime(time);
}

export function isLocalDateTime(text: string): boolean {
  const [date = "", time = "", ...more] = text.split(/[t\s]/i);
  return more.length === 0 && isDate(date) && isLocalTime(time);
}

/** `P1DT2H`, `P3W` (ISO 8601, as RFC 3339 has it). */
export function isDuration(text: string): boolean {
  return /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text);
}
