import type { Report } from "../problems.js";

/** The kinds that are looked for, as messages say them. */
export type PersonalDataKind = "e-mail" | "phone" | "card" | "resident id";

/** Where in a text something has the form of personal data, in UTF-16 units. `end` is exclusive. */
export interface Finding {
  start: number;
  end: number;
  kind: PersonalDataKind;
}

/**
 * What may stand before a match: the beginning, a percent-escape (an encoded separator), an escape of JSON (`\n`,
 * `\uc804`), anything but a letter or digit. A point counts only if no digit stands before it. Without this, parts of
 * tokens, UUIDs, longer numbers and decimals would match. Safari before 16.4 has no lookbehind.
 */
const BEFORE = String.raw`(^|%..|\\u[\da-f]{4}|\\[nrtbf]|[^a-z\d.]|\D\.)`;

/** What may not follow: a letter or digit, with or without a hyphen. */
const AFTER = String.raw`(?!-?[a-z\d])`;

/** `%40` is the `@` of what has been encoded once already, `%2540` twice, `%2B` the `+`, `\u0040` JSON's. `icon@2x.png` is a picture. */
const EMAIL = String.raw`(?:[\w.+-]|%2b){1,64}(?:@|%(?:25)?40|\\u0040)(?!\dx\.[a-z]{3,4}(?![\w.]))[\w.+-]{1,255}\.[a-z]+`;

/** A sign of ASCII that has been encoded once or twice already, or by JSON. */
const ESCAPE = String.raw`(?:%(?:25)?|\\u00)(?:2[\da-f]|3[a-f]|40|5[b-f]|7[b-e])`;

/** One sign between two digits, encoded or not. */
const SIGN = String.raw`(?:${ESCAPE}|[^\w%])`;

/** A dash of Unicode's, from U+2010 to U+2015, encoded once or twice already. */
const ENCODED_DASH = `%(?:25)?e2%(?:25)?80%(?:25)?9[0-5]`;

/** A hyphen or a dash, encoded or not. */
const DASH = String.raw`(?:[\u2010-\u2015\u2212\u3161_-]|(?:%(?:25)?|\\u00)2d|${ENCODED_DASH})`;

/** A space, encoded or not: a form writes `+`. */
const SPACE = String.raw`(?:[\s+]|%(?:25)?20)`;

/** What people type between the groups of a number: `-`, ` - `, `) `, `.`, a dash; encoded once already, too. Copies bring blanks of no width. */
const GAP = String.raw`(?:[\s().,~/_+\u00b7\u200b-\u200d\u2010-\u2015\u2212\u3161-]|${ESCAPE}|${ENCODED_DASH}){0,5}`;

/** A Korean mobile number, from home or abroad: `010-1234-5678`, `(010) 1234-5678`, `+82 (0)10 ...`, `0082 10 ...`. */
const PHONE = String.raw`(?:(?:\+|%2b|00)?82${SIGN}{0,2}(?:0${SIGN}?)?|0)1[016-9](?:(?:${SIGN}?\d){7,8}|${GAP}\d{3,4}${GAP}\d{4})`;

/**
 * A payment card by the industry's first digit: 3 travel, 4 to 6 banks, 9 Korea's own; and of Mastercard's
 * 22 to 27 those that cannot be the year and month of an order. Eight digits come first, as no account has
 * them. One separator is used throughout. The match is as short as it can be, because a date may follow.
 * Visa's 13 digits, out of use, would be any barcode or parcel.
 */
const CARD = String.raw`(?=[3-69]|2[^0][2-9])\d{4}(${SIGN}?|\s-\s)\d{4}(?:\4?\d){6,11}?`;

/** Birth date, a hyphen, a space, a point or nothing, the digit of century and sex, six digits. */
const RESIDENT_ID = String.raw`\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:${SPACE}{0,2}(?:${DASH}|\.)${SPACE}{0,2}|${ESCAPE}|[\s+])?[1-8]\d{6}`;

/**
 * All four. Groups: what stands before, the match, the e-mail address, the card's separator. Every
 * repetition is bounded, so the time grows in proportion to the length of the text.
 */
export const PERSONAL_DATA = new RegExp(
  `${BEFORE}((${EMAIL})|${PHONE}|${CARD}|${RESIDENT_ID})${AFTER}`,
  "gi",
);

/** Full-width forms of ASCII (U+FF01 to U+FF5E), which Korean keyboards type. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Finds what has the form of personal data. The positions are those of the text as written. */
export function findPersonalData(text: string): Finding[] {
  const narrow = text.replace(FULL_WIDTH, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );
  const findings: Finding[] = [];
  const pattern = new RegExp(PERSONAL_DATA);
  for (let match = pattern.exec(narrow); match; match = pattern.exec(narrow)) {
    const [, before = "", found = "", email] = match;
    const kind = email ? "e-mail" : findNumberKind(found);
    const start = match.index + before.length;
    if (kind) findings.push({ start, end: start + found.length, kind });
    // What is no card may hold a phone number: `4000-1234-01012345678`.
    else pattern.lastIndex = start + 1;
  }
  return findings;
}

/** Encoded signs and dashes, whose digits are none of a number's. */
const ESCAPES = new RegExp(`${ESCAPE}|${ENCODED_DASH}`, "gi");

/** What a number is by its digits, or null if a check digit is wrong. */
function findNumberKind(found: string): PersonalDataKind | null {
  const digits = found
    .replace(ESCAPES, "")
    .replace(/\D/g, "")
    .replace(/^00(?=82)/, "");
  if (digits.length > 13) return isCard(digits) ? "card" : null;
  // 82 and ten digits, 010 and eight, 011 and seven.
  if (digits.length < 13) return "phone";
  // Born in 1982 begins as Korea's country code does. With 82 and 0 a phone number has 13 digits, too.
  if (RESIDENT_FORM.test(found) && isResidentId(digits, /[^\d\s.]/.test(found)))
    return "resident id";
  return PHONE_FROM_ABROAD.test(found) ? "phone" : null;
}

/** The whole of a resident registration number, as it is written. */
const RESIDENT_FORM = new RegExp(`^${RESIDENT_ID}$`, "i");
/** The beginning of a mobile number with the country's code and its own 0. */
const PHONE_FROM_ABROAD = new RegExp(
  String.raw`^(?:\+|%2b|00)?82${SIGN}{0,2}0${SIGN}?1[016-9]`,
  "i",
);

/** A phone's IMEI has 15 digits, begins with 35 and passes, too. Of cards, only 34 and 37 have 15. */
function isCard(digits: string): boolean {
  return passesLuhn(digits) && (digits.length !== 15 || /^3[47]/.test(digits));
}

/** The check digit of payment cards: https://en.wikipedia.org/wiki/Luhn_algorithm */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += index % 2 === 0 ? digit : doubled;
  }
  return sum % 10 === 0;
}

/**
 * The check digit of a resident registration number is (11 - weightedSum % 11) % 10, and that of a
 * foreigner's (13 - weightedSum % 11) % 10. The weights are 2 to 9, then 2 to 5.
 *
 * Numbers issued since October 2020 have no check digit. Two groups are taken without one: people born in
 * 2020 or later, and, only if written with a hyphen, foreigners born before 2000. Other new numbers look
 * like company numbers (110111-...) or order numbers (240131-...).
 */
function isResidentId(digits: string, hasHyphen: boolean): boolean {
  const century = Number(digits[6]);
  const isBornSince2020 = /^2.{5}[3478]/.test(digits);
  const isForeignerBornBefore2000 = hasHyphen && /^[3-9].{5}[56]/.test(digits);
  if (isBornSince2020 || isForeignerBornBefore2000) return true;
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += Number(digits[index]) * ((index % 8) + 2);
  const full = century > 4 ? 13 : 11;
  return (full - (sum % 11)) % 10 === Number(digits[12]);
}

/**
 * The extra as it will be sent: what looks like personal data is reported, and by `privacy` sent as
 * written, replaced by `*` character by character, or a reason to leave the whole extra out.
 */
export function guardExtra(
  extra: string,
  privacy: "warn" | "mask" | "omit",
  report: Report,
): string {
  const findings = findPersonalData(extra);
  for (const { kind } of findings) report("KC221", "no personal data", kind);
  if (privacy === "warn" || findings.length === 0) return extra;
  if (privacy === "omit") return "";
  let masked = "";
  let end = 0;
  for (const finding of findings) {
    masked += extra.slice(end, finding.start) + "*".repeat(finding.end - finding.start);
    end = finding.end;
  }
  return masked + extra.slice(end);
}
