import { toFormText } from "../../src/options/texts";
import { noteIn, type Problem } from "../../src/problems";

type Parser<V> = (text: string, note: ReturnType<typeof noteIn>, options: { bot?: string }) => V;

/** What a parser makes of a text, and what it notes, as `[code, level, message]`. */
export function readWith<V>(parse: Parser<V>, written: string, options: { bot?: string } = {}) {
  const problems: Problem[] = [];
  const text = toFormText(written);
  const value = parse(text, noteIn(problems, "field", text), options);
  return { value, notes: problems.map(({ code, level, message }) => [code, level, message]) };
}
