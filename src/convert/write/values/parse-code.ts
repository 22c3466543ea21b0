import { type ParsedScript, parseScript } from "../../read/script/parse-script.js";
import { maskRazor } from "../../read/server/razor.js";
import { maskTemplates } from "../../read/server/templates.js";
import { Pieces } from "../../read/text/pieces.js";

/** Reads an expression as it is given back: a server's templates may be its values. */
export function parseCode(code: string): ParsedScript {
  const pieces = new Pieces();
  const masked = maskRazor(maskTemplates(code, pieces).text, pieces, []);
  return parseScript(`(${masked}\n)`, (source) => pieces.addTemplate(source, source.length));
}
