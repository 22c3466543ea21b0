/** The known name that shares the most letters, and the first, with the given one, for its length. */
export function findNearest(name: string, known: readonly string[]): string {
  const score = (other: string) =>
    [...other].filter((letter) => name.includes(letter)).length * 2 -
    other.length +
    +(name[0] === other[0]) * 2;
  return known.reduce((best, next) => (score(next) > score(best) ? next : best));
}
