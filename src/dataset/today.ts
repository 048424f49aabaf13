/** The day on which a command runs, as the data writes days; in UTC, so that a build does not depend on where it runs. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
