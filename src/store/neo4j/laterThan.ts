/** Now, or just after the last revision where the clock lags behind it. */
export function laterThan(last: string | null, now: Date): string {
  return new Date(last === null ? now.getTime() : Math.max(now.getTime(), Date.parse(last) + 1)).toISOString();
}
