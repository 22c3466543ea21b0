import { type ParsedScript, parseScript } from "../read/parse-script.js";
import { Pieces } from "../read/pieces.js";
import { maskRazor } from "../read/razor.js";
import { maskTemplates } from "../read/templates.js";

/** Reads an expression as it is given back: a server's templates may be its values. */
export function parseCode(code: string): ParsedScript {
  const pieces = new Pieces();
  return parseScript(`(${maskRazor(maskTemplates(code, pieces).text, pieces, [])}\n)`);
}
