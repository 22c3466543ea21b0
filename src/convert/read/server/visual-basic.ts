/** Words of Visual Basic, in which classic ASP is written. */
export const BASIC =
  /\b(?:Dim|Response\.Write|End (?:If|Select)|Then|Server\.URLEncode)\b|\bRe(?:quest|sponse)\s*\("/i;

/** A script's expression in Visual Basic, where `+` between a text and a number fails. */
export function toBasic(code: string): string {
  return code.replace(/"((?:[^"\\]|\\.)*)"|\s*\+\s*/g, (all, text: string | undefined) =>
    text === undefined ? " & " : all.replace(/\\"/g, '""'),
  );
}

/** What decides in Visual Basic, of which a script knows nothing. */
const VB_CONTROL =
  /^[ \t]*(?:(?:Else)?If\b[^\n]*?\bThen\b|Else\b|End (?:If|Sub|Function|Select|With)\b|(?:For|Next|Do|Loop|While|Wend|Sub|Function|Select|Case|On Error|Option|With)\b[^\n]*)(?=([ \t\r]*\n)?)/gim;

/** The same in a script's words. Each decision has a name of its own: two are not the same one. */
function toControl(words: string, end: string | undefined, place: number): string {
  const test = `if (decided${place})`;
  if (/^\s*(?:If|Select)\b/i.test(words)) return end === undefined ? test : `${test} {`;
  if (/^\s*(?:ElseIf|Case(?! Else))\b/i.test(words)) return `} else ${test} {`;
  if (/^\s*(?:Case )?Else\b/i.test(words)) return "} else {";
  return /^\s*End (?:If|Select)\b/i.test(words) ? "}" : "";
}

/** Visual Basic's texts have no backslashes; `""` is a quote in them, and `'` begins a comment. */
export function readVbTexts(code: string): string {
  return code
    .replace(/"((?:[^"\n]|"")*)"|'[^\n]*/g, (all, text: string | undefined) =>
      text === undefined || all.startsWith("'") ? "" : JSON.stringify(text.replace(/""/g, '"')),
    )
    .replace(VB_CONTROL, toControl);
}
