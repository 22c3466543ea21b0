/** `npx kakao-chat-button check | convert | keys` */

import { parseArgs } from "node:util";
import type { Language } from "./check/words/words.js";
import { KINDS, runKeys } from "./cli/keys.js";
import { say } from "./cli/messages.js";
import { readOwnHashes } from "./cli/own-hashes.js";
import { createPaint } from "./cli/print.js";
import { LIMITS } from "./cli/read-page.js";
import { runCheck } from "./cli/run-check.js";
import { runConvert } from "./cli/run-convert.js";
import { version } from "./version.js";

/** No timer waits longer. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const LONGEST = 2 ** 31 - 1;

interface Answer {
  output: string;
  exitCode: number;
}

async function run(words: string[]): Promise<Answer> {
  const { values, positionals, error } = readArguments(words);
  const language = findLanguage(values.lang);
  const [command = "", ...names] = positionals;
  const fail = (text: string) => ({ output: `${text}\n${say("usage", language)}`, exitCode: 2 });
  if (error === "--timeout") return fail(say("seconds", language));
  if (error) return fail(say("option", language, { name: error }));
  if (values.version) return { output: `${version}\n`, exitCode: 0 };
  if (values.help) return { output: say("usage", language), exitCode: 0 };
  const paint = createPaint(process.stdout.isTTY === true, process.env);
  const isJson = values.json === true;
  if (command === "check" && names.length > 0) {
    const seconds = Number(values.timeout ?? LIMITS.milliseconds / 1000);
    if (!(seconds > 0)) return fail(say("seconds", language));
    const limits = { ...LIMITS, milliseconds: Math.min(Math.ceil(seconds * 1000), LONGEST) };
    return runCheck(names, {
      language,
      isJson,
      paint,
      limits,
      own: { version, hashes: readOwnHashes(import.meta.url) },
    });
  }
  const [name] = names;
  if (command === "convert" && name && names.length === 1) {
    return runConvert(name, { language, isJson, paint });
  }
  if (command === "keys" && names.length < 2) {
    const kind = name ?? "P-256";
    if (!KINDS.includes(kind)) return fail(say("kind", language, { name: kind }));
    return { output: await runKeys(kind, { language, isJson }), exitCode: 0 };
  }
  if (/^(?:check|convert)$/.test(command) && !name) return fail(say("missing", language));
  const [, second] = names;
  if (/^(?:convert|keys)$/.test(command) && second)
    return fail(say("single", language, { name: second }));
  return fail(command ? say("option", language, { name: command }) : "");
}

function readArguments(args: string[]) {
  const options = {
    json: { type: "boolean" },
    lang: { type: "string" },
    timeout: { type: "string" },
    version: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    return { ...parseArgs({ args, options, allowPositionals: true }), error: "" };
  } catch (error) {
    const name = /'(-[^'\s]*)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "?";
    return {
      values: {} as Partial<
        Record<"lang" | "timeout", string> & Record<"json" | "version" | "help", boolean>
      >,
      positionals: [],
      error: name,
    };
  }
}

/** As asked for, else the language of the terminal. */
function findLanguage(asked: string | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^ko\b|^ko_/i.test(asked || LC_ALL || LC_MESSAGES || LANG || "") ? "ko" : "en";
}

// Whoever reads may have enough: `| head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const { output, exitCode } = await run(process.argv.slice(2));
process.stdout.write(output);
process.exitCode = exitCode;
