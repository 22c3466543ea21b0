import { toFormText } from "../../src/options/texts";
import { type Problem, type Report, reporterFor } from "../../src/problems";

/** What a parser makes of a text, and what it reports, as `[code, level, message]`. */
export function readWith<V>(parse: (text: string, report: Report) => V, written: string) {
  const problems: Problem[] = [];
  const text = toFormText(written);
  const value = parse(text, reporterFor(problems, "field", text));
  return { value, reported: problems.map(({ code, level, message }) => [code, level, message]) };
}
