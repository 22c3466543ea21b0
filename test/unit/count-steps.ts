/**
 * A backtracking matcher that counts: how often a pattern's parts are tried on a text, which no clock
 * can blur. Knows what the patterns of this project use, and throws at anything else.
 */

type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

/** The steps of looking for the pattern from every place of the text, as `replace` does at worst. */
export function countSteps(pattern: RegExp, text: string): number {
  let steps = 0;
  const { source } = pattern;
  let place = 0;
  let opened = 0;
  /** What each group has taken, for a later `\1`. */
  const groups: string[] = [];

  function readAlternatives(): Matcher {
    const branches = [readSequence()];
    while (source[place] === "|") {
      place++;
      branches.push(readSequence());
    }
    return (at, next) => branches.some((branch) => branch(at, next));
  }

  function readSequence(): Matcher {
    const parts: Matcher[] = [];
    while (place < source.length && !"|)".includes(source[place] as string)) parts.push(readPart());
    return (at, next) => {
      const from = (part: number): Next =>
        part === parts.length ? next : (at) => (parts[part] as Matcher)(at, from(part + 1));
      return from(0)(at);
    };
  }

  function readPart(): Matcher {
    const part = readAtom();
    const [all, sign, from, comma, to] =
      /^(?:([?*+])|\{(\d+)(,?)(\d*)\})/.exec(source.slice(place)) ?? [];
    if (all === undefined) return part;
    place += all.length;
    const least = sign ? Number(sign === "+") : Number(from);
    const most = sign ? (sign === "?" ? 1 : Infinity) : comma ? Number(to || Infinity) : least;
    const isLazy = source[place] === "?";
    if (isLazy) place++;
    const repeat =
      (count: number, next: Next): Next =>
      (at) =>
        (isLazy && count >= least && next(at)) ||
        (count < most && part(at, (end) => end > at && repeat(count + 1, next)(end))) ||
        (!isLazy && count >= least && next(at));
    return (at, next) => repeat(0, next)(at);
  }

  function readAtom(): Matcher {
    const look = /^\(\?([=!])/.exec(source.slice(place));
    if (look || source[place] === "(") {
      const isPlain = source.startsWith("(?:", place);
      const group = look || isPlain ? 0 : ++opened;
      place += look || isPlain ? 3 : 1;
      const inner = readAlternatives();
      place++;
      if (!look) {
        return (at, next) =>
          inner(at, (end) => {
            const before = groups[group] ?? "";
            groups[group] = text.slice(at, end);
            const isFound = next(end);
            groups[group] = before;
            return isFound;
          });
      }
      return (at, next) => inner(at, () => true) === (look[1] === "=") && next(at);
    }
    const [again, number] = /^\\(\d)/.exec(source.slice(place)) ?? [];
    if (again !== undefined) {
      place += again.length;
      return (at, next) => {
        steps++;
        const taken = groups[Number(number)] ?? "";
        return text.startsWith(taken, at) && next(at + taken.length);
      };
    }
    const [atom] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|.)|[^\\[\]*+?])/.exec(
        source.slice(place),
      ) ?? [];
    if (atom === undefined)
      throw new Error(`expected a part of a pattern, got ${source.slice(place)}`);
    place += atom.length;
    const isPlace = ["^", "$", "\\b"].includes(atom);
    const one = isPlace
      ? RegExp(atom, "iy")
      : RegExp(`^${/^[{}]$/.test(atom) ? `\\${atom}` : atom}$`, "i");
    return (at, next) => {
      steps++;
      if (isPlace) {
        one.lastIndex = at;
        return one.test(text) && next(at);
      }
      return at < text.length && one.test(text[at] as string) && next(at + 1);
    };
  }

  const match = readAlternatives();
  for (let at = 0; at <= text.length; at++) match(at, () => true);
  return steps;
}
