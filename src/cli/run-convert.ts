import { readFile } from "node:fs/promises";
import { type Line, listLines, sortLines } from "../check/lines.js";
import { tidyQuote } from "../check/place.js";
import type { Language } from "../check/words/words.js";
import { type Converted, convert } from "../convert/convert.js";
import { listHooks } from "../convert/write/script.js";
import { decodeFile } from "./decode.js";
import { say, sayCode, sayReason, sayReplaced, sayWasLink } from "./messages.js";
import { type Paint, printLines, tidyCode } from "./print.js";
import { readInput } from "./read-input.js";

/** `convert`: one old button. @returns what to print, and the exit code */
export async function runConvert(
  name: string,
  { language, isJson, paint }: { language: Language; isJson: boolean; paint: Paint },
): Promise<{ output: string; exitCode: number }> {
  let pasted: string;
  try {
    pasted = decodeFile(name === "-" ? await readInput() : await readFile(name));
  } catch {
    return { output: `${sayReason("file", tidyQuote(name), language)}\n`, exitCode: 2 };
  }
  const { converted, more, findings } = convert(pasted, name);
  const all = converted ? [converted, ...more] : [];
  const lines = sortLines(listLines(all, findings, pasted));
  // What has to be mended first is converted no more than what was not found.
  const isMade = all.some(({ code }) => code !== "");
  const exitCode = isMade ? 0 : 1;
  if (isJson) return { output: toJson(converted, more, lines, language), exitCode };
  const parts = converted
    ? [
        ...all.map((one) => printCode(one, language)),
        ...(all.some(({ wasLink }) => wasLink) ? [`${sayWasLink(language)}\n`] : []),
        ...(isMade && !converted.isMarked ? [`${say("tag", language)}\n\n${TAG}\n`] : []),
      ]
    : [`${say("nothing", language)}${lines.length > 0 ? "\n" : ""}`];
  if (lines.length > 0)
    parts.push(`${paint.strong(say("findings", language))}\n${printLines(lines, language, paint)}`);
  return { output: `${parts.join("\n")}\n`, exitCode };
}

function printCode(converted: Converted, language: Language): string {
  const { code, script, place } = converted;
  if (!code) return `${say("broken", language)}\n`;
  const beside = script
    ? `\n${say(place, language, { hooks: listHooks(converted).join(", ") })}\n\n${script}`
    : "";
  return tidyCode(code + beside);
}

/** What a page needs besides, once: a button that was marked already has it. */
const TAG = `<script src="/kakao-chat.js" defer></script>`;

function toJson(
  converted: Converted | null,
  more: readonly Converted[],
  lines: readonly Line[],
  language: Language,
): string {
  const toShape = (one: Converted) => {
    const { language, input, label, computed, templates, plan, ...rest } = one;
    const { request } = plan;
    return { language, input, label, computed, templates, request, ...rest, hooks: listHooks(one) };
  };
  const shape = {
    converted: converted && toShape(converted),
    more: more.map(toShape),
    findings: lines.map(({ message = "", ...line }) => ({
      ...line,
      message,
      ...sayCode(line.code, { ...line.values, message }, language),
      ...(line.isSettled && { remedy: sayReplaced(language) }),
    })),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}
