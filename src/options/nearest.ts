/** The known name with the fewest letters that the given one has not, and the other way round. */
export function findNearest(name: string, known: readonly string[]): string {
  const score = (other: string) =>
    [...(name + other)].filter((letter) => !name.includes(letter) || !other.includes(letter))
      .length;
  return known.reduce((best, next) => (score(next) < score(best) ? next : best));
}
