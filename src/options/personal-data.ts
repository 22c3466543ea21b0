import type { Note } from "../problems.js";
import { parseExtra } from "./texts.js";

/**
 * What has the form of personal data: an e-mail address, a mobile number, a card number, a
 * registration number. Around them no letter or digit, so that nothing is found within tokens, UUIDs,
 * longer numbers and decimals; a `%..` before them is an encoded separator. No part can be read in
 * two ways: the work grows with the text and no faster.
 *
 * - `@2x` begins a picture's name. `%40` is the `@` of what has been encoded once already.
 * - Cards by the industry's first digit: 3 travel, 4 to 6 banks, 9 Korea's own; and of Mastercard's
 *   22 to 27 those that cannot be the year and month of an order. Eight digits first, as no
 *   account has them, one separator for all, and no more than there must be: a date may follow.
 *   Visa's 13 digits, out of use, would be any barcode or parcel.
 *
 * Safari before 16.4 has no lookbehind.
 */
export const SIGN =
  /(^|%..|[^a-z\d.]|\D\.)([\w.+-]{1,64}(@|%40)(?!\dx)[\w.+-]+\.[a-z]+|(\+?82\W?|0)1[016-9](\W?\d){7,8}|(?=[3-69]|2[^0][2-9])\d{4}(\W?)\d{4}(\6?\d){6,11}?|\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-?[1-8]\d{6})(?!-?[a-z\d])/gi;

/**
 * Registration numbers without a checksum, as issued since October 2020: whoever was born from 2020 on
 * (its first nine months had one still), and with a hyphen foreigners born before 2000. Others issued since then look like a company's
 * (110111-...) or an order's number (240131-...).
 */
const HAS_NO_CHECKSUM = /^[3-9].+-[56]|^2.{5}-?[3478]/;

/** The extra as it will be sent: what looks like personal data is reported, masked or a reason to leave all out. */
export function findPersonal(
  extra: string,
  note: Note,
  { privacy }: { privacy?: "warn" | "mask" | "omit" },
): string {
  const text = parseExtra(extra, note);
  const masked = text.replace(SIGN, (all, before, found, email) => {
    const digits = found.replace(/\D/g, "");
    let at = digits.length;
    let luhn = 0;
    let sum = 0;
    for (const digit of digits) {
      at--;
      luhn += (at % 2 && (digit * 2) % 9) || +digit;
      if (at) sum += digit * (((at + 3) % 8) - 9);
    }
    // A remainder in place of the kind: the last digit is wrong. 11 less the sum has to be that of a
    // registration number; for foreigners 13.
    const kind = email
      ? "e-mail"
      : digits[13]
        ? luhn % 10 || "card"
        : digits[12]
          ? (!HAS_NO_CHECKSUM.test(found) &&
              ((sum % 11) + (digits[6] > 4 ? 3 : 1) - digits[12]) % 10) ||
            "resident id"
          : "phone";
    if (!+kind) {
      note(221, "no personal data", kind);
      if (privacy !== "warn") return before + found.replace(/./g, "*");
    }
    return all;
  });
  return privacy === "omit" && masked !== text ? "" : masked;
}
