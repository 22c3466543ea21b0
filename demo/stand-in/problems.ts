import { planChat } from "../../src/chat/plan.js";
import type { Problem } from "../../src/index.js";
import { PARAMETERS } from "../../src/kakao.js";
import { formatNumber } from "../playground/dom.js";
import {
  fillIn,
  findText,
  isTextKey,
  type Language,
  type Values,
} from "../playground/texts/texts.js";
import { isStandInKey, STAND_IN_TEXTS, type StandInKey } from "./texts.js";

/** What the server tells the page of a request. */
export interface Arrival {
  method: string;
  /** The raw request target. */
  url: string;
  host: string;
  type: string | null;
  referrer: string;
  /** Decoded, in the order of their arrival. */
  fields: [name: string, value: string][];
  endpoint: "write" | "open" | null;
  /** The query or the body, byte by byte. */
  raw: string;
  time: string;
}

/** Something that is wrong with a request, and with which of its fields. */
export interface Finding {
  /** A code of the product's, or a name of our own for what the product never does. */
  code: string;
  level: "error" | "warning";
  /** The name of the field; empty if it is about the request itself. */
  field: string;
  values: Values;
}

const FORM_TYPE = "application/x-www-form-urlencoded";
/** Kakao's names of the parameters, and ours of the options. */
const OPTIONS = new Map<string, string>(PARAMETERS.map(([option, name]) => [name, option]));
const KINDS = ["resident id", "phone", "e-mail", "card"] as const;

/** What Kakao would not accept, or would not take as the sender meant it: the errors first. */
export function findProblems(arrival: Arrival): Finding[] {
  const findings = [
    ...findRequestProblems(arrival),
    ...findValueProblems(arrival),
    ...findNameProblems(arrival),
  ];
  return findings.sort((a, b) => a.level.localeCompare(b.level));
}

function* findRequestProblems({ method, type, endpoint, url }: Arrival): Generator<Finding> {
  const error = (code: string, values: Values): Finding => ({
    code,
    level: "error",
    field: "",
    values,
  });
  if (endpoint === null) yield error("endpoint", { path: url.split("?")[0] ?? "" });
  if (method !== "GET" && method !== "POST") yield error("method", { method });
  const media = (type ?? "").split(";")[0]?.trim() ?? "";
  if (method === "POST" && media !== FORM_TYPE) {
    yield error("type", { expected: FORM_TYPE, got: media || "–" });
  }
}

/** The values, by the rules of a click: the same code says it. */
function findValueProblems({ fields }: Arrival): Finding[] {
  const input: Record<string, string> = {};
  for (const [name, value] of [...fields].reverse()) {
    const option = OPTIONS.get(name);
    if (option) input[option] = value;
  }
  const plan = planChat(input, "popup");
  return plan.problems.map((problem) => toFinding(problem, input, plan.options.uuid));
}

function toFinding(problem: Problem, input: Record<string, string>, uuid: string): Finding {
  const { code, field, message, level } = problem;
  const got = input[field] ?? "";
  const kinds = KINDS.filter((kind) => message.includes(kind)).join(", ");
  return {
    code,
    // A click sends the tidied id. Here it has been sent as it is, and Kakao tidies nothing.
    level: code === "KC111" ? "error" : level,
    field: PARAMETERS.find(([option]) => option === field)?.[1] ?? field,
    values: {
      got: got.slice(0, 60).replace(/`/g, "'"),
      uuid,
      kinds,
      count: formatNumber(got.length),
    },
  };
}

function* findNameProblems({ fields }: Arrival): Generator<Finding> {
  const warning = (code: string, field: string): Finding => ({
    code,
    level: "warning",
    field,
    values: { name: field },
  });
  const names = fields.map(([name]) => name);
  for (const name of new Set(names)) {
    if (!OPTIONS.has(name)) yield warning("name", name);
    if (names.indexOf(name) !== names.lastIndexOf(name)) yield warning("twice", name);
  }
  for (const [name, value] of fields) {
    if (value === "" && name !== "uuid") yield warning("empty", name);
    if (`${name}${value}`.includes("\uFFFD")) yield warning("garbled", name);
  }
}

/** Why no consultation starts; null if it does. */
export function findReason(findings: readonly Finding[]): StandInKey | null {
  const error = findings.find(({ level }) => level === "error");
  if (!error) return null;
  const key = error.code === "KC101" ? "reason.missing" : `reason.${error.code}`;
  return isStandInKey(key) ? key : "reason.uuid";
}

/** A finding in words: what a request does differently from a click has words of its own. */
export function describeFinding({ code, values }: Finding, language: Language): string {
  const kinds = KINDS.filter((kind) => String(values.kinds ?? "").includes(kind))
    .map((kind) => findText(`kind.${kind}`, language))
    .join(", ");
  const own = `wrong.${code}`;
  const filled = { ...values, kinds };
  if (isStandInKey(own)) return fillIn(STAND_IN_TEXTS[language][own], filled);
  if (!isTextKey(code)) throw new Error(`no text is called ${code}`);
  return findText(code, language, filled);
}
