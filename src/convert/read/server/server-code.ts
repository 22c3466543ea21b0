import { textOf } from "../markup/element.js";
import { readScript, readUncalled } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { readTemplate } from "./shown.js";
import { showOf, toScript } from "./to-script.js";
import { TWIG_QUERY } from "./twig-query.js";
import { BASIC } from "./visual-basic.js";

/** Longer than this is an application. */
const LONGEST = 60_000;
const BLOCK = /^(?:<[%?](?:php|=|!|@|#)?|\{%|@php)|(?:[%?][>}]|@endphp)$/gi;

/**
 * Reads what a server's own code (PHP, JSP, ASP) says of addresses: the markup that it prints, and the
 * names that templates show. Its syntax is near enough to a script's for that, once a few words are
 * changed; what is not, is left out.
 */
export function readServer(blocks: readonly string[], run: Run): void {
  if (!saysSomething(blocks, run)) return;
  const unread = run.found.unread.length;
  const scope = new Scope(run.global);
  const isBasic = blocks.some((block) => BASIC.test(block) && !/;\s*$/m.test(block));
  for (const block of blocks.filter((one) => !isOutput(one) && one.length < LONGEST)) {
    run.show = showOf(block, isBasic);
    const own = block.startsWith("@{") ? block.slice(2, -1) : block.replace(BLOCK, "");
    const text = toScript(own, block.startsWith("<?php"));
    readScript({ text, offset: -1, scope, reach: scope.list() }, run);
    readUncalled(run);
  }
  run.show = null;
  run.pieces.learn((source) => readTemplate(source, { scope, isBasic }, run));
  // What of a server's code could not be read is no fault of the page's.
  run.found.unread.length = unread;
  for (const element of run.page.made)
    if (/^(script)$/.test(element.name)) readScript({ text: textOf(element), offset: -1 }, run);
}

function isOutput(source: string): boolean {
  return /^<[%?]=/.test(source);
}

/** Whether a server's code has anything to do with a chat's address, and is none of an application. */
function saysSomething(blocks: readonly string[], { pieces }: Run): boolean {
  const about = blocks.filter(
    (source) =>
      !isOutput(source) &&
      /kakao|uuid|url_?encode|EscapeDataString|http_build_query|=\s*["']@/i.test(source),
  );
  const code = about.join("\n;\n");
  if (code.length > LONGEST) return false;
  return (
    code !== "" ||
    blocks.some((one) => PRINTS.test(one)) ||
    [FILLED, TWIG_QUERY].some((sign) => pieces.findSources(sign).length > 0)
  );
}

/** Markup in a server's texts that the page's own script may listen to, or that calls it: `echo "<a href=\"javascript:ask('$no')\">"`. */
const PRINTS = /["'>\s]<(?:a|button|input|img|area|span|div|li)\b/i;

/** A template that says a part of an address itself. */
const FILLED = /kakao\.com\/|["'][?&](?:extra|bot|event|uuid)=/;

const ADDRESS_LINE =
  /^(?!\s*(?:\/\/|#(?!set)|\*)).*\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/.*$/im;

/** Where a server's code says a chat's address, if no chat was found in it. */
export function findAddressLine(blocks: readonly string[]): string | undefined {
  return blocks.map((block) => ADDRESS_LINE.exec(block)?.[0]).find(Boolean);
}
