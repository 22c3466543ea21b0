/** Figures that stand still while the machine does not: medians and quartiles of paired samples. */

/** @typedef {{ low: number, median: number, high: number, count: number }} Summary the quartiles around the median */

/**
 * The value below which a share of the values lies, between two neighbours in proportion.
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function findQuantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error("expected a value, got none");
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
  return ours.map((value, index) => value / Number(others[index]));
}

/**
 * Takes turns: each round measures every candidate once, each time beginning with the next one, so
 * that none always runs in the wake of the same neighbour.
 *
 * @template {string} Name
 * @template Sample
 * @param {readonly Name[]} names
 * @param {number} rounds
 * @param {(name: Name, round: number) => Promise<Sample>} measure
 * @returns {Promise<Record<Name, Sample[]>>}
 */
export async function interleave(names, rounds, measure) {
  const samples = /** @type {Record<Name, Sample[]>} */ ({});
  for (const name of names) samples[name] = [];
  for (let round = 0; round < rounds; round++) {
    const from = round % names.length;
    for (const name of [...names.slice(from), ...names.slice(0, from)]) {
      samples[name].push(await measure(name, round));
    }
  }
  return samples;
}

/**
 * By which power of `x` `y` grows, at the end of a curve: 0 is flat, 1 is linear.
 *
 * @param {readonly { x: number, y: number }[]} points by `x`
 */
export function findGrowth(points) {
  const [before, last] = points.slice(-2);
  if (!before || !last) throw new Error(`expected two points, got ${points.length}`);
  return Math.log(last.y / before.y) / Math.log(last.x / before.x);
}
