/**
 * What is personal data and what only looks like it, made from a fixed seed: the same texts each time.
 * No number is anybody's on purpose; those with a checksum are computed, and most people have none of them.
 */

export interface Sample {
  kind: string;
  /** What stands in the extra. */
  text: string;
  /** The part that is to become `*`. */
  found: string;
}

type Pick = <T>(from: readonly T[]) => T;

/** Mulberry32: 32 bits of state are plenty here. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function dice(seed: number) {
  const next = random(seed);
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick: Pick = (from) => from[integer(0, from.length - 1)] as (typeof from)[number];
  const digits = (count: number) => Array.from({ length: count }, () => integer(0, 9)).join("");
  const letters = (count: number, from: string) =>
    Array.from({ length: count }, () => pick([...from])).join("");
  /** A number without leading zeros. */
  const number = (count: number) => `${integer(1, 9)}${digits(count - 1)}`;
  return { integer, pick, digits, letters, number };
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const BASE64URL = `${LOWER}${LOWER.toUpperCase()}0123456789-_`;
const two = (value: number) => String(value).padStart(2, "0");

/** How extras carry a value: as found on customers' pages. */
const PLACES = [
  "%",
  "%",
  "name=홍길동&phone=%",
  "order=1234,user=%,grade=VIP",
  '{"name":"홍길동","value":"%"}',
  "연락처: %",
  "연락처:% 입니다",
  "고객(%)",
  "홍길동 % 2026-11-23",
  "a=1|%|b=2",
  "첫 줄\r\n%\r\n끝 줄",
  "%로 연락 주세요.",
  "Tel.%",
  "member_%_vip",
  "v%3D%%26n%3D1",
];

/** The last digit of a resident (11) or foreigner (13) registration number. */
function checksum(twelve: string, base: 11 | 13): number {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(twelve[at]), 0);
  return (base - (sum % 11)) % 10;
}

function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((sum, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

type Dice = ReturnType<typeof dice>;

export function makePositives(seed = 5): Sample[] {
  const given = dice(seed);
  const samples: Sample[] = [];
  for (const [kind, make] of MAKERS) {
    for (const found of make(given)) {
      samples.push({ kind, found, text: given.pick(PLACES).replace(/%(?![23])/, () => found) });
    }
  }
  samples.push(...makeTyped(seed + 1));
  // A letter before the value, or an address in a longer one, is another text: those places are for the rest.
  return samples.map((sample) =>
    sample.kind === "e-mail" && /^(Tel|member)/.test(sample.text)
      ? { ...sample, text: sample.found }
      : sample,
  );
}

const MAKERS: readonly [kind: string, make: (dice: Dice) => Iterable<string>][] = [
  ["resident id", makeResidentIds],
  ["resident id", makeLateForeignerIds],
  ["phone", makePhones],
  ["e-mail", makeAddresses],
  ["card", makeCards],
];

/** Of residents and foreigners; since October 2020 without a checksum. */
function* makeResidentIds({ integer, pick, digits }: Dice): Iterable<string> {
  for (let count = 0; count < 160; count++) {
    const isForeign = count % 4 === 3;
    const isLate = count % 8 === 0;
    const year = isLate ? integer(2021, 2026) : integer(1940, 2019);
    const century = year < 2000 ? [1, 2] : [3, 4];
    const gender = pick(century) + (isForeign ? 4 : 0);
    const twelve = `${two(year % 100)}${two(integer(1, 12))}${two(integer(1, 28))}${gender}${digits(5)}`;
    const last = isLate ? integer(0, 9) : checksum(twelve, isForeign ? 13 : 11);
    yield `${twelve.slice(0, 6)}${pick(["-", "-", ""])}${twelve.slice(6)}${last}`;
  }
}

/** Of foreigners who were registered after October 2020. */
function* makeLateForeignerIds({ integer, pick, digits }: Dice): Iterable<string> {
  for (let count = 0; count < 20; count++) {
    const date = `${two(integer(50, 99))}${two(integer(1, 12))}${two(integer(1, 28))}`;
    yield `${date}-${pick([5, 6])}${digits(6)}`;
  }
}

function* makePhones({ integer, pick, digits }: Dice): Iterable<string> {
  for (let count = 0; count < 200; count++) {
    const prefix = pick(["010", "010", "010", "010", "011", "016", "017", "018", "019"]);
    const middle = digits(prefix === "010" ? 4 : integer(3, 4));
    const gap = pick(["-", "-", "", " ", "."]);
    const start = pick([
      prefix,
      prefix,
      prefix,
      `+82${gap || " "}${prefix.slice(1)}`,
      `+82${prefix.slice(1)}`,
    ]);
    yield `${start}${gap}${middle}${gap}${digits(4)}`;
  }
}

function* makeAddresses({ pick, digits }: Dice): Iterable<string> {
  for (let count = 0; count < 160; count++) {
    const name = pick([
      "hong",
      "gildong.hong",
      "kim_minsu",
      "lee-j",
      "user+chat",
      "A.B",
      "x1",
      "0hong",
    ]);
    const host = pick([
      "naver.com",
      "gmail.com",
      "hanmail.net",
      "daum.net",
      "shop.co.kr",
      "Example.COM",
      "mail.a-b.kr",
      "korea.ac.kr",
      "nate.com",
    ]);
    yield `${name}${count % 3 ? digits(2) : ""}${count % 20 ? "@" : "%40"}${host}`;
  }
}

function* makeCards({ integer, pick, digits }: Dice): Iterable<string> {
  const issuers: [prefix: () => string, length: number, groups: number[]][] = [
    [() => "4", 16, [4, 4, 4, 4]],
    [() => `5${integer(1, 5)}`, 16, [4, 4, 4, 4]],
    [() => `22${integer(22, 99)}`, 16, [4, 4, 4, 4]],
    [() => `35${integer(28, 89)}`, 16, [4, 4, 4, 4]],
    [() => pick(["34", "37"]), 15, [4, 6, 5]],
    [() => pick(["36", "38", "305"]), 14, [4, 6, 4]],
    [() => pick(["6011", "65"]), 16, [4, 4, 4, 4]],
    [() => "62", 16, [4, 4, 4, 4]],
    [() => "62", 19, [4, 4, 4, 4, 3]],
    [() => "94", 16, [4, 4, 4, 4]],
  ];
  for (let count = 0; count < 160; count++) {
    const [prefix, length, groups] = issuers[count % issuers.length] as (typeof issuers)[number];
    const start = prefix();
    const body = start + digits(length - 1 - start.length);
    const card = body + luhn(body);
    const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, size) => sum + size, 0));
    const parts = groups.map((size, at) => card.slice(starts[at], (starts[at] ?? 0) + size));
    yield parts.join(pick(["-", " ", "", ""]));
  }
}

/** As people type it into a field: with spaces, brackets, a wide keyboard, addresses of real mail hosts. */
function makeTyped(seed: number): Sample[] {
  const { integer, pick, digits } = dice(seed);
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const date = () => `${two(integer(50, 99))}${two(integer(1, 12))}${two(integer(1, 28))}`;
  const phone = (gap: string) => `010${gap}${digits(4)}${gap}${digits(4)}`;
  const resident = (gap: string) => {
    const start = date();
    const rest = `${pick([1, 2])}${digits(5)}`;
    return `${start}${gap}${rest}${checksum(start + rest, 11)}`;
  };
  const makers: [kind: string, make: () => string][] = [
    ["phone", () => phone(" - ")],
    ["phone", () => `010) ${digits(4)}-${digits(4)}`],
    ["phone", () => `010)${digits(4)}-${digits(4)}`],
    ["phone", () => wide(phone("-"))],
    ["phone", () => wide(phone(""))],
    ["resident id", () => resident(" - ")],
    ["resident id", () => wide(resident("-"))],
    [
      "e-mail",
      () =>
        `${pick(["kim", "lee.s", "park_99"])}${digits(2)}@${pick(["2xl.kr", "163.com", "126.com", "1and1.kr"])}`,
    ],
  ];
  return Array.from({ length: 200 }, (_, at) => {
    const [kind, make] = makers[at % makers.length] as (typeof makers)[number];
    const found = make();
    // The bracket before the number is no part of it.
    const written = found.includes(")") ? `(${found}` : found;
    return { kind, found, text: pick(TYPED_PLACES).replace("%", () => written) };
  });
}

/** What people write around it. */
const TYPED_PLACES = [
  "%",
  "연락처 %",
  "제 번호는 % 입니다",
  "홍길동, %",
  "name=홍길동&value=%",
  "문의: %\r\n감사합니다",
];

/** Neighbours of personal data, with its lengths, hyphens and signs, that are none. */
function makeNeighbours(seed: number): string[] {
  const { integer, pick, digits, letters, number } = dice(seed);
  const upper = LOWER.toUpperCase();
  const plates = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배";
  const makers: (() => string)[] = [
    // Model numbers and part numbers.
    () => `SM-${letters(1, upper)}${number(3)}${pick(["N", "S", "K"])}`,
    () => `${letters(2, upper)}${number(4)}-${digits(4)}${letters(1, upper)}`,
    () => `MODEL ${number(3)}-${digits(4)}-${digits(2)}`,
    // Coupon codes.
    () => [4, 4, 4, 4].map((count) => letters(count, `${upper}23456789`)).join("-"),
    () => `WELCOME${number(4)}`,
    () => `${letters(5, upper)}-${digits(5)}-${letters(5, upper)}`,
    // Coordinates.
    () => `37.${digits(6)},127.${digits(6)}`,
    () => `lat=3${integer(3, 8)}.${digits(7)}&lng=12${integer(6, 9)}.${digits(7)}`,
    () => `126° ${integer(10, 59)}' ${integer(10, 59)}.${digits(4)}" E`,
    // Version numbers.
    () => `v${integer(1, 20)}.${integer(0, 30)}.${integer(0, 99)}-rc.${integer(1, 9)}`,
    () => `${integer(10, 18)}.${integer(0, 9)}.${number(4)}.${number(3)}`,
    () => `package@${integer(1, 19)}.${integer(0, 9)}.${integer(0, 9)}`,
    // ISBN with 13 and 10 digits, ISSN.
    () => `978-89-${number(4)}-${digits(3)}-${digits(1)}`,
    () => `979-11-${number(5)}-${digits(2)}-${digits(1)}`,
    () => `97889${digits(8)}`,
    () => `89-${number(4)}-${digits(3)}-${pick(["X", digits(1)])}`,
    // IMEI: the type codes of phones sold here.
    () => {
      const body = `35${digits(12)}`;
      return `IMEI ${body}${luhn(body)}`;
    },
    () => `01${digits(13)}`,
    // Bank accounts: KB, Shinhan, Woori, Hana, NongHyup, Kakao Bank, Toss Bank.
    () => `${number(6)}-${digits(2)}-${digits(6)}`,
    () => `110-${digits(3)}-${digits(6)}`,
    () => `1002-${digits(3)}-${digits(6)}`,
    () => `${number(3)}-${digits(6)}-${digits(5)}`,
    () => `301-${digits(4)}-${digits(4)}-${digits(2)}`,
    () => `3333-${digits(2)}-${digits(7)}`,
    () => `1000-${digits(4)}-${digits(4)}`,
    // Car plates.
    () => `${integer(100, 999)}${pick([...plates])} ${digits(4)}`,
    () => `서울 ${integer(10, 99)}${pick([...plates])} ${digits(4)}`,
  ];
  return Array.from({ length: 500 }, (_, at) => {
    const make = makers[at % makers.length] as () => string;
    return at % 2 ? pick(TYPED_PLACES).replace("%", make) : make();
  });
}

export function makeNegatives(seed = 2026): string[] {
  const { integer, pick, digits, letters, number } = dice(seed);
  const date = () => `20${integer(20, 26)}${two(integer(1, 12))}${two(integer(1, 28))}`;
  const time = () => `${two(integer(0, 23))}${two(integer(0, 59))}${two(integer(0, 59))}`;
  const hex = (count: number) => letters(count, "0123456789abcdef");
  const token = (count: number) => letters(count, BASE64URL);
  const makers: Record<string, () => string> = {
    // Cafe24, Naver, Coupang, Imweb, Godomall, and house styles.
    order: () =>
      pick([
        () => `${date()}-${two(0)}${digits(5)}`,
        () => `${date()}${digits(8)}`,
        () => `${integer(1, 2)}${pick(["000", "100", "200"])}${digits(9)}`,
        () => `${date()}${time()}`,
        () => `${date().slice(2)}${time()}${digits(4)}`,
        () => `${date().slice(2)}-0${digits(6)}`,
        () => `ORD-${date()}-${digits(4)}`,
        () => `ORD${date().slice(2)}-${digits(7)}`,
        () => `S${number(11)}`,
        () => `${number(8)}`,
        () => `${number(4)}-${number(4)}-${number(4)}`,
        () => `${date()}${letters(6, LOWER.toUpperCase())}`,
      ])(),
    timestamp: () =>
      pick([
        () => String(1_577_836_800_000 + integer(0, 250_000_000) * 1000 + integer(0, 999)),
        () => String(1_577_836_800 + integer(0, 250_000_000)),
        () => `${1_577_836_800 + integer(0, 250_000_000)}${digits(6)}`,
        () => new Date(1_577_836_800_000 + integer(0, 250_000_000) * 1000).toISOString(),
        () => `${date()} ${time()}`,
      ])(),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick([..."89ab"])}${hex(3)}-${hex(12)}`,
    digitsUuid: () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
    jwt: () => `eyJ${token(33)}.eyJ${token(integer(40, 180))}.${token(43)}`,
    jwe: () => `eyJ${token(217)}..${token(16)}.${token(integer(20, 400))}.${token(22)}`,
    url: () =>
      pick([
        () => `https://shop.example.co.kr/product/${number(6)}?cate_no=${number(3)}&display=1`,
        () => `https://cdn.example.com/img/${date()}/${number(10)}@2x.png`,
        () =>
          `https://cdn.jsdelivr.net/npm/pkg@${integer(1, 9)}.${integer(0, 20)}.${integer(0, 9)}/dist/index.min.js`,
        () => `https://www.google.com/maps/@37.${digits(7)},126.${digits(7)},15z`,
        () => `https://medium.com/@user${digits(3)}/post-${hex(12)}`,
        () => `https://example.com/?utm_id=${number(12)}&gclid=${token(60)}&t=${number(13 - 1)}`,
        () => `https://example.com/%EC%83%81%ED%92%88/${digits(9)}`,
      ])(),
    price: () =>
      pick([
        () => `${integer(1, 999)},${digits(3)},000원`,
        () => `${number(6)}.${digits(2)}`,
        () => `total=${number(integer(4, 9))}`,
        () => `0.${digits(16)}`,
        () => `KRW ${integer(1, 99)},000`,
      ])(),
    // Post office 13, CJ and Hanjin 10 and 12, Lotte 12, Logen 11, EMS.
    parcel: () =>
      pick([
        () => `6${integer(0, 9)}${integer(1, 9)}${digits(10)}`,
        () => `${integer(3, 6)}${digits(11)}`,
        () => `${number(10)}`,
        () => `${number(11)}`,
        () => `${number(12)}`,
        () => `${number(4)}-${number(4)}-${number(4)}`,
        () => `E${pick([..."BEGM"])}${digits(9)}KR`,
        () => `${number(13)}`,
      ])(),
    business: () =>
      pick([
        () => `${integer(101, 999)}-${two(integer(1, 99))}-${digits(5)}`,
        () => `${integer(101, 999)}${two(integer(1, 99))}${digits(5)}`,
        () => `${integer(1101, 2849)}${two(integer(11, 86))}-${digits(7)}`,
      ])(),
    telephone: () =>
      pick([
        () => `02-${number(4)}-${digits(4)}`,
        () => `031-${number(3)}-${digits(4)}`,
        () => `15${two(integer(0, 99))}-${digits(4)}`,
        () => `070-${number(4)}-${digits(4)}`,
        () => `080-${digits(3)}-${digits(4)}`,
      ])(),
    account: () =>
      pick([
        () => `${number(3)}-${digits(3)}-${digits(6)}`,
        () => `${number(6)}-${digits(2)}-${digits(6)}`,
        () => `110-${digits(3)}-${digits(6)}`,
      ])(),
    meta: () =>
      pick([
        () => "TCK_M",
        () => `path_x__bid_${number(4)}`,
        () => `G__INQRY__${date()}${digits(6)}`,
        () => `loginYn=Y&token=${token(32)}`,
        () => `user_${number(7)}`,
        () => `v${integer(0, 9)}.${integer(0, 30)}.${integer(0, 30)}`,
        () => `${integer(1, 255)}.${integer(0, 255)}.${integer(0, 255)}.${integer(0, 255)}`,
        () => `GA1.2.${number(10)}.${1_577_836_800 + integer(0, 250_000_000)}`,
        () => `sha256-${token(43)}=`,
        () => hex(40),
        () => "@channel",
        () => `(${number(2)}x${number(3)}) @ ${number(5)}원`,
        () => `880${digits(10)}`,
        () => `900101-1******`,
        () => `010-****-${digits(4)}`,
      ])(),
  };
  const ordinary = Object.values(makers).flatMap((make) =>
    Array.from({ length: 210 }, (_, at) =>
      at % 2 ? pick(PLACES).replace(/%(?![23])/, make) : make(),
    ),
  );
  return [...ordinary, ...makeNeighbours(seed + 1)];
}
