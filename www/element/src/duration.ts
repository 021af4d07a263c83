/** Lengths of time, counted in minutes as the program counts them. */

export type Unit = "week" | "day" | "hour" | "minute";

const MINUTES: Record<Unit, number> = { week: 10_080, day: 1_440, hour: 60, minute: 1 };
const ISO = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

const WRITTEN = /^(-)?\s*(?:(\d+)\s*weeks?)?\s*(?:(\d+)\s*d(?:ays?)?)?\s*(?:(\d+)\s*h(?:ours?)?)?\s*(?:(\d+)\s*min(?:s|utes?)?)?$/;

/** Minutes of an ISO 8601 duration, or of one as rule authors write it (`1 h 30 min`); `undefined` for any other text. */
export function minutesOf(text: string): number | undefined {
  const match = ISO.exec(text) ?? WRITTEN.exec(text);
  if (!match || !/\d/.test(text) || text.endsWith("T")) return undefined;
  const [, minus, ...counts] = match;
  const units: Unit[] = ["week", "day", "hour", "minute"];
  const minutes = units.reduce((sum, unit, at) => sum + Number(counts[at] ?? 0) * MINUTES[unit], 0);
  return minus ? -minutes : minutes;
}

/** ISO 8601 in the way the program prints it: days, hours and minutes. */
export function isoOf(count: number, unit: Unit): string {
  const minutes = count * MINUTES[unit];
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  const time = (hours ? `${hours}H` : "") + (rest ? `${rest}M` : "");
  return `P${days ? `${days}D` : ""}${time || !days ? `T${time || "0M"}` : ""}`;
}

/** The largest unit that counts the minutes without a rest, and the count. */
export function inOneUnit(minutes: number): { count: number; unit: Unit } {
  const units: Unit[] = ["week", "day", "hour"];
  const unit = minutes === 0 ? "minute" : (units.find((unit) => minutes % MINUTES[unit] === 0) ?? "minute");
  return { count: minutes / MINUTES[unit], unit };
}

/** A length of time in words, exact: whole weeks as weeks, else days, hours and minutes. */
export function inWords(minutes: number, locale: string): string {
  const count = (number: number, unit: Unit) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(number);
  const whole = inOneUnit(Math.abs(minutes));
  const sign = Math.sign(minutes) || 1;
  if (whole.unit === "week" || whole.count === 0) return count(sign * whole.count, whole.unit);
  let rest = Math.abs(minutes);
  const parts: string[] = [];
  for (const unit of ["day", "hour", "minute"] as const) {
    const number = Math.floor(rest / MINUTES[unit]);
    rest %= MINUTES[unit];
    if (number > 0) parts.push(count(parts.length === 0 ? sign * number : number, unit));
  }
  return new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(parts);
}
