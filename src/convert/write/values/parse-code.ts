import { type ParsedScript, parseScript } from "../../read/script/parse-script.js";
import { maskRazor } from "../../read/server/razor.js";
import { maskTemplates } from "../../read/server/templates.js";
import { Pieces } from "../../read/text/pieces.js";

/** Reads an expression, or statements, as they are given back: a server's templates may be their values. */
export function parseCode(code: string): ParsedScript {
  const pieces = new Pieces();
  const masked = maskRazor(maskTemplates(code, pieces).text, pieces, []);
  const read = (text: string) =>
    parseScript(text, (source) => pieces.addTemplate(source, source.length));
  const expression = read(`(${masked}\n)`);
  return expression.unread.length === 0 ? expression : read(masked);
}
