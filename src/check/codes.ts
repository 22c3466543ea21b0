import { CONVERT_CAUSES, CONVERT_CODES, type Level } from "../convert/codes.js";

/** What the owner of a page has to look after, in the order in which it is said. */
export const GROUPS = ["script", "buttons", "policy", "page", "old"] as const;
export type Group = (typeof GROUPS)[number];

interface PageCode {
  level: Level;
  group: Group;
  /** It says that something is missing: of a page that was read in part, nobody knows. */
  isAbsence?: true;
}

/** What is found about a page as a whole. The codes of buttons themselves are in `problems.ts`. */
export const PAGE_CODES = {
  /** Marked buttons, but no script. */
  KC901: { level: "error", group: "script", isAbsence: true },
  /** Something else may bring it: a tag manager, an app, a bundle, the rest of the page. */
  KC902: { level: "note", group: "script" },
  /** A script, but no button. */
  KC903: { level: "note", group: "buttons", isAbsence: true },
  /** The address has no version. */
  KC904: { level: "note", group: "script" },
  /** Another version than this package's. */
  KC905: { level: "note", group: "script" },
  /** The hash is not that of this version's file. */
  KC906: { level: "error", group: "script" },
  /** A hash without `crossorigin`, from another origin. */
  KC907: { level: "error", group: "script" },
  /** Neither `defer` nor `async` in the head. */
  KC908: { level: "note", group: "script" },
  /** Twice on the page. */
  KC909: { level: "note", group: "script" },
  /** By http on an https page. */
  KC910: { level: "error", group: "script" },
  /** A tag that no browser runs: `nomodule`, an unknown type. */
  KC911: { level: "error", group: "script" },
  /** `integrity` is no hash. */
  KC912: { level: "warning", group: "script" },
  KC913: { level: "note", group: "script" },
  /** The policy keeps the script from loading. */
  KC914: { level: "error", group: "policy" },
  /** The policy keeps a POST from being sent. */
  KC915: { level: "warning", group: "policy" },
  /** The policy keeps the inline settings from running. */
  KC916: { level: "warning", group: "policy" },
  /** A sandbox without scripts. */
  KC917: { level: "error", group: "policy" },
  /** COOP cuts the window that `reuse` wants to keep. */
  KC918: { level: "warning", group: "policy" },
  /** No charset. */
  KC919: { level: "warning", group: "page" },
  /** The header and the page say different charsets. */
  KC920: { level: "warning", group: "page" },
  /** `<base target>`. */
  KC921: { level: "note", group: "page" },
  /** The page's settings could not be read in full. */
  KC922: { level: "note", group: "script" },
  /** Tokens of the page in an extra. */
  KC923: { level: "note", group: "buttons" },
  /** A link to Kakao that is no button, beside the script. */
  KC924: { level: "warning", group: "buttons" },
  /** A hand-written button. */
  KC925: { level: "note", group: "old" },
  /** The Kakao SDK. */
  KC926: { level: "note", group: "old" },
  /** Nothing of Kakao's. */
  KC927: { level: "note", group: "buttons", isAbsence: true },
  /** The launcher. */
  KC928: { level: "note", group: "buttons" },
  /** Filled in by a server or a framework. */
  KC929: { level: "note", group: "buttons" },
  /** The page could not be read. */
  KC930: { level: "error", group: "page" },
  /** Not all of it was read. */
  KC931: { level: "note", group: "page" },
  /** A marked button that older code serves, too. */
  KC932: { level: "warning", group: "buttons" },
  /** An address that answers with no script: a CDN's without `dist/`, GitHub's pages and raw texts. */
  KC933: { level: "error", group: "script" },
  /** A name in the page's own code that is nearly one of the product's. */
  KC934: { level: "warning", group: "script" },
  /** The seal has no key, or does not get it. */
  KC935: { level: "warning", group: "script" },
  /** The script is on the developer's own computer. */
  KC936: { level: "error", group: "script" },
  /** A policy with `'strict-dynamic'`, and a script without its nonce. */
  KC937: { level: "error", group: "policy" },
  /** A sandbox that a new window does not leave. */
  KC938: { level: "warning", group: "policy" },
  /** A consent manager holds the script back. */
  KC939: { level: "warning", group: "script" },
  /** Another page stands in this one, or comes after it. */
  KC980: { level: "note", group: "buttons" },
  /** A partner's page that takes no id from its query string, and has none of its own. */
  KC990: { level: "warning", group: "script" },
  /** A button's letters are garbled. */
  KC981: { level: "warning", group: "page" },
  /** A disabled button. */
  KC982: { level: "note", group: "buttons" },
  /** The launcher, on a page on which it is not shown. */
  KC983: { level: "note", group: "buttons" },
  /** An attribute of the script's tag that is nearly a setting. */
  KC985: { level: "warning", group: "script" },
  /** An element with settings of a button, but without its mark. */
  KC986: { level: "warning", group: "buttons" },
  /** A button of pictures alone, none of which has a text. */
  KC987: { level: "note", group: "buttons" },
  /** A mark around a control that has clicks of its own, and that is all it shows. */
  KC991: { level: "warning", group: "buttons" },
  /** An inline script about a chat that does not parse. */
  KC993: { level: "error", group: "script" },
  /** The policy keeps `onclick="KakaoChat.open()"` from running. */
  KC994: { level: "error", group: "policy" },
  /** The ES module, and nothing that calls its `start()`. */
  KC995: { level: "error", group: "script" },
  /** A private key for the seal. */
  KC996: { level: "warning", group: "script" },
  /** A quote within an attribute ends its value. */
  KC997: { level: "warning", group: "buttons" },
  /** A script's tag that ends by `/>`. */
  KC998: { level: "error", group: "script" },
  /** A `nonce` that is not the policy's. */
  KC999: { level: "error", group: "policy" },
} as const satisfies Record<string, PageCode>;

/** What else a code is said of: each such cause has words of its own, and how grave it is. */
export const CAUSES = {
  /** At a call, and not at an element. */
  "KC101 call": "error",
  "KC314 call": "warning",
  /** The page may have changed the letters alone. */
  "KC311 tidied": "warning",
  /** An entry of the list that is no origin, and what is to be added. */
  "KC803 entry": "error",
  "KC803 origin": "error",
  /** The code is on the page as a text, or in a comment. */
  "KC901 text": "warning",
  "KC901 comment": "warning",
  /** The button waits in a template. */
  "KC903 template": "note",
  /** An address that goes on to each new version. */
  "KC904 moving": "note",
  /** The tag that does not serve has settings. */
  "KC909 settings": "warning",
  "KC909 launcher": "warning",
  "KC911 credentials": "error",
  /** The address waits for a loader that is not there. */
  "KC911 waiting": "error",
  /** A link whose address is of another channel than its mark. */
  "KC924 other": "note",
  /** A package's name, which bundlers alone know. */
  "KC933 name": "error",
  /** A setting of the floating button. */
  "KC985 launcher": "warning",
  /** An `import`, and no module. */
  "KC993 import": "error",
  "KC997 unquoted": "warning",
  "KC998 unclosed": "error",
  "KC998 quote": "error",
  ...CONVERT_CAUSES,
} as const satisfies Record<`KC${number} ${string}`, Level>;

export type Cause = keyof typeof CAUSES;

/** By what a cause is known: its code and its own name, as `values.cause` has it. */
export function findCause(code: string, name: string | undefined): Cause | null {
  const isNamed = (one: string): one is Cause => Object.hasOwn(CAUSES, one);
  const key = `${code} ${name}`;
  return isNamed(key) ? key : null;
}

export type PageCodeName = keyof typeof PAGE_CODES;
export type AnyCode = PageCodeName | keyof typeof CONVERT_CODES;

export function isPageCode(code: string): code is PageCodeName {
  return Object.hasOwn(PAGE_CODES, code);
}

/** Whether a code says that something is missing. */
export function isAbsence(code: string): boolean {
  const entry: PageCode | null = isPageCode(code) ? PAGE_CODES[code] : null;
  return entry?.isAbsence ?? false;
}

export function isConvertCode(code: string): code is keyof typeof CONVERT_CODES {
  return Object.hasOwn(CONVERT_CODES, code);
}

export function levelOf(code: AnyCode, cause?: string): Level {
  const found = findCause(code, cause);
  if (found) return CAUSES[found];
  return isPageCode(code) ? PAGE_CODES[code].level : CONVERT_CODES[code];
}

export function groupOf(code: string): Group {
  if (isPageCode(code)) return PAGE_CODES[code].group;
  if (isConvertCode(code)) return "old";
  // Of the codes of a click, this one is about the script's tag.
  return code === "KC601" ? "script" : "buttons";
}
