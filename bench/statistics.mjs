/** Figures that stand still while the machine does not: medians and quartiles of paired samples. */

/**
 * @typedef {{ low: number, median: number, high: number, count: number }} Summary the quartiles
 *   around the median
 */

/**
 * The value below which a share of the values lies, between two neighbours in proportion.
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function findQuantile(values, share) {
  if (values.length === 0) throw new Error("expected at least one value, got none");
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = /** @type {number} */ (sorted[Math.floor(place)]);
  const above = /** @type {number} */ (sorted[Math.ceil(place)]);
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * @param {readonly number[]} values
 * @returns {Summary}
 */
export function summarize(values) {
  return {
    low: findQuantile(values, 0.25),
    median: findQuantile(values, 0.5),
    high: findQuantile(values, 0.75),
    count: values.length,
  };
}

/**
 * The ratio of each pair. What slows the machine down for a while slows both halves of a pair down,
 * because they are taken one right after the other.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} others
 */
export function findRatios(ours, others) {
  if (ours.length !== others.length) {
    throw new Error(`expected pairs, got ${ours.length} and ${others.length} values`);
  }
  return ours.map((value, index) => value / /** @type {number} */ (others[index]));
}

/**
 * Takes turns: each round measures every candidate once, each time beginning with the next one, so
 * that none always runs in the wake of the same neighbour.
 *
 * @template {string} Name
 * @param {readonly Name[]} names
 * @param {number} rounds
 * @param {(name: Name, round: number) => Promise<number>} measure
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleave(names, rounds, measure) {
  const samples = /** @type {Record<Name, number[]>} */ ({});
  for (const name of names) samples[name] = [];
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = /** @type {Name} */ (names[(round + turn) % names.length]);
      samples[name].push(await measure(name, round));
    }
  }
  return samples;
}
