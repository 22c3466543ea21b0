/** As much of the text before a match as is looked at. */
const REACH = 700;

/**
 * The matches that stand where they may. Safari before 16.4 knows no lookbehind, so the text before a match is
 * handed over. After one that may not stand there, the search goes on at its second letter.
 *
 * @param sign has the flag `g`
 */
export function* matchesAfter(
  text: string,
  sign: RegExp,
  mayStand: (before: string, source: string) => boolean,
): Generator<{ index: number; source: string }> {
  let from = 0;
  for (;;) {
    sign.lastIndex = from;
    const found = sign.exec(text);
    if (!found) return;
    const { index } = found;
    const [source] = found;
    if (source && mayStand(text.slice(Math.max(0, index - REACH), index), source)) {
      yield { index, source };
      from = index + source.length;
    } else from = index + 1;
  }
}
