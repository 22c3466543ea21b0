import type { Pieces } from "../text/pieces.js";
import { blank } from "./blank.js";

/** Signs of Velocity, which no other page has. */
const PAGE = /#(?:set|foreach)\s*\(\s*\$|#if\s*\(\s*!?\s*\$|\$!\{?[a-z]\w*/i;
/** A call's arguments, with others in them. */
const GIVEN = String.raw`\((?:[^()"'\n]|"[^"\n]{0,200}"|'[^'\n]{0,200}'|\([^()\n]{0,200}\)){0,200}\)`;
const DECIDING = String.raw`#(?:if|elseif|foreach|set|parse|macro)\s*${GIVEN}|#(?:else|end)\b|#\{(?:else|end)\}`;
const NAME = String.raw`\$!?\{[a-z][^{}\n]{0,200}\}|\$!?[a-z]\w{0,60}(?:\.[a-z]\w{0,60}(?:${GIVEN})?){0,9}`;
const SIGN = new RegExp(`(${DECIDING})|${NAME}`, "gi");
const SCRIPT = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

/** Whether what was pasted is a page of Velocity's: there `$name` is filled in, without braces. */
export function isVelocity(text: string): boolean {
  return PAGE.test(text) && !/<\?php|<%|\{\{/.test(text);
}

/** A server's tag, and where it stands. */
interface Tag {
  source: string;
  start: number;
}

/**
 * A Velocity page with its names as pieces. In a script, `$` begins names of the script's own but between quotes.
 *
 * @param tags gets those that leave no text
 */
export function maskVelocity(text: string, pieces: Pieces, tags: Tag[]): string {
  /** What decides stays only within an attribute's value. */
  const mask = (part: string, from: number) =>
    part.replace(SIGN, (source, deciding: string | undefined, at: number) => {
      const isLeft =
        deciding === undefined ||
        /=\s*(?:"[^"<>]*|'[^'<>]*)$/.test(part.slice(Math.max(0, at - 500), at));
      if (isLeft) return pieces.addTemplate(source, source.length);
      tags.push({ source, start: from + at });
      return blank(source);
    });
  let done = "";
  let end = 0;
  for (const { 0: script, index } of text.matchAll(SCRIPT)) {
    done += mask(text.slice(end, index), end);
    done += script.replace(/"[^"\n]{0,500}"|'[^'\n]{0,500}'/g, (quoted, at: number) =>
      mask(quoted, index + at),
    );
    end = index + script.length;
  }
  return done + mask(text.slice(end), end);
}
