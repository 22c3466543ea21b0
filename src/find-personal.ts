/**
 * What has the form of personal data: an e-mail address, a mobile number, a card number and, without
 * a group of its own, a registration number. Around them no letter, digit, `-` or `.`, so that nothing
 * is found within tokens, UUIDs, longer numbers and decimals; a `%..` before them is an encoded
 * separator. No part can be read in two ways: the work grows with the text and no faster.
 *
 * - `@2x` begins a picture's name. `%40` is the `@` of what has been encoded once already.
 * - Cards by issuer: Visa, Mastercard, JCB, Korea's own 94, UnionPay and Discover in fours; American
 *   Express and Diners by 4, 6 and the rest. Of Mastercard's 22 to 27 those that cannot be the year
 *   and month of an order. Visa's 13 digits, out of use, would be any barcode or parcel.
 * - Registration numbers without a hyphen do not begin with 16 to 18: milliseconds until 2030 do.
 *
 * Safari before 16.4 has no lookbehind.
 */
export const SIGN =
  /(^|%..|[^a-z\d.-]|\D\.)(([\w.+-]{1,64}(?:@|%40)(?!\dx)[a-z\d.-]+\.[a-z]{2,})|((?:\+?82[ .-]?0?|0)1(?:0[ .-]?\d|[16-9][ .-]?\d?)\d{3}[ .-]?\d{4})|((?=4|5[1-5]|35|94|6[0245]|2[2-7][2-9])\d{4}(?:[ .-]?\d{4}){3}(?:[ .-]?\d{3})?|3[046-9]\d\d[ .-]?\d{6}[ .-]?\d{4,5})|(?!1[678]\d{5})\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[1-8]\d{6})(?![.-]?[a-z\d])/gi;

/**
 * Registration numbers without a checksum, as issued since October 2020: whoever was born since then,
 * and with a hyphen foreigners born before 2000. Others issued since then look like a company's
 * (110111-...) or an order's number (240131-...).
 */
const HAS_NO_CHECKSUM = /^2(01|[1-9].)...-?[3478]|^[3-9].*-[56]/;

/**
 * Finds what looks like personal data: returns the text with `*` for each character of it.
 *
 * @param kinds takes the names of the kinds found
 */
export function findPersonal(text: string, kinds: Set<string>): string {
  return text.replace(SIGN, (all, before, found, email, mobile, card) => {
    const digits = found.replace(/\D/g, "");
    let at = digits.length;
    let luhn = 0;
    let sum = 0;
    for (const digit of digits) {
      at--;
      luhn += (at % 2 && (digit * 2) % 9) || +digit;
      sum += at && digit * (((12 - at) % 8) + 2);
    }
    const isWrong = card
      ? luhn % 10
      : !(email || mobile || HAS_NO_CHECKSUM.test(found)) &&
        // 11 less the sum is the last digit; for foreigners 13.
        ((digits[6] > 4 ? 3 : 1) - (sum % 11) - digits[12]) % 10;
    if (isWrong) return all;
    kinds.add(
      email
        ? "e-mail address"
        : mobile
          ? "mobile number"
          : card
            ? "card number"
            : "registration number",
    );
    return before + "*".repeat(found.length);
  });
}
