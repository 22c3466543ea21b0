/**
 * A backtracking matcher that counts: how often a pattern's parts are tried on a text, which no clock
 * can blur. Knows what the patterns of this project use, and throws at anything else.
 */

type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

/** The steps of looking for the pattern from every place of the text, as `replace` does at worst. */
export function countSteps(pattern: RegExp, text: string): number {
  const reader = new PatternReader(pattern.source, text);
  const match = reader.readAlternatives();
  for (let at = 0; at <= text.length; at++) match(at, () => true);
  return reader.steps;
}

/** Makes a matcher of each part of a pattern, from the left to the right. */
class PatternReader {
  /** How often a character, a place or a group's text has been tried. */
  steps = 0;
  readonly #source: string;
  readonly #text: string;
  /** Where in the pattern the next part begins. */
  #place = 0;
  /** How many groups have been opened. */
  #opened = 0;
  /** What each group has taken, for a later `\1`. */
  readonly #groups: string[] = [];

  constructor(source: string, text: string) {
    this.#source = source;
    this.#text = text;
  }

  readAlternatives(): Matcher {
    const branches = [this.#readSequence()];
    while (this.#source[this.#place] === "|") {
      this.#place++;
      branches.push(this.#readSequence());
    }
    return (at, next) => branches.some((branch) => branch(at, next));
  }

  #readSequence(): Matcher {
    const parts: Matcher[] = [];
    while (!["|", ")", undefined].includes(this.#source[this.#place])) parts.push(this.#readPart());
    const from = (index: number, next: Next): Next => {
      const part = parts[index];
      return part ? (at) => part(at, from(index + 1, next)) : next;
    };
    return (at, next) => from(0, next)(at);
  }

  /** An atom, and how often it may stand there. */
  #readPart(): Matcher {
    const part = this.#readAtom();
    const [all, sign, from, comma, to] = this.#read(/^(?:([?*+])|\{(\d+)(,?)(\d*)\})/);
    if (all === undefined) return part;
    const least = sign ? Number(sign === "+") : Number(from);
    const most = sign ? (sign === "?" ? 1 : Infinity) : comma ? Number(to || Infinity) : least;
    const isLazy = this.#read(/^\?/).length > 0;
    const repeat =
      (count: number, next: Next): Next =>
      (at) =>
        (isLazy && count >= least && next(at)) ||
        (count < most && part(at, (end) => end > at && repeat(count + 1, next)(end))) ||
        (!isLazy && count >= least && next(at));
    return (at, next) => repeat(0, next)(at);
  }

  #readAtom(): Matcher {
    const [look, kind] = this.#read(/^\(\?([=!])/);
    if (look) return this.#readLookahead(kind === "=");
    const [opening] = this.#read(/^\((?:\?:)?/);
    if (opening) return this.#readGroup(opening === "(" ? ++this.#opened : 0);
    const [again, number] = this.#read(/^\\(\d)/);
    if (again) return this.#matchAgain(Number(number));
    const [atom] = this.#read(
      /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|.)|[^\\[\]*+?])/,
    );
    if (atom)
      return ["^", "$", "\\b"].includes(atom) ? this.#matchPlace(atom) : this.#matchOne(atom);
    throw new Error(`expected a part of a pattern, got ${this.#source.slice(this.#place)}`);
  }

  #readLookahead(isWanted: boolean): Matcher {
    const inner = this.#readInner();
    return (at, next) => inner(at, () => true) === isWanted && next(at);
  }

  /** @param group its number; 0 if it keeps nothing */
  #readGroup(group: number): Matcher {
    const inner = this.#readInner();
    return (at, next) =>
      inner(at, (end) => {
        const before = this.#groups[group] ?? "";
        this.#groups[group] = this.#text.slice(at, end);
        const isFound = next(end);
        this.#groups[group] = before;
        return isFound;
      });
  }

  #readInner(): Matcher {
    const inner = this.readAlternatives();
    // The closing parenthesis.
    this.#place++;
    return inner;
  }

  #matchAgain(group: number): Matcher {
    return (at, next) => {
      this.steps++;
      const taken = this.#groups[group] ?? "";
      return this.#text.startsWith(taken, at) && next(at + taken.length);
    };
  }

  #matchPlace(atom: string): Matcher {
    const place = RegExp(atom, "iy");
    return (at, next) => {
      this.steps++;
      place.lastIndex = at;
      return place.test(this.#text) && next(at);
    };
  }

  #matchOne(atom: string): Matcher {
    const one = RegExp(`^${/^[{}]$/.test(atom) ? `\\${atom}` : atom}$`, "i");
    return (at, next) => {
      this.steps++;
      const character = this.#text[at];
      return character !== undefined && one.test(character) && next(at + 1);
    };
  }

  /** What a pattern takes at this place and goes on behind; nothing if it does not match. */
  #read(pattern: RegExp): readonly (string | undefined)[] {
    const match = pattern.exec(this.#source.slice(this.#place)) ?? [];
    this.#place += match[0]?.length ?? 0;
    return match;
  }
}
