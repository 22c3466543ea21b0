/** How the costs grow with the page and with the extra, as curves. */

import { measureClick } from "./input.mjs";
import { buildLargePage, buildPage, ROWS, tag } from "./pages.mjs";
import { findGrowth, findQuantile, interleave } from "./statistics.mjs";

/** @typedef {import("./lab.mjs").Lab} Lab */
/** @typedef {{ name: string, points: { x: number, y: number }[] }} Curve `y` in milliseconds */

const BUTTONS = [10, 100, 1000, ROWS];
const KILOBYTES = [1, 10, 100];

/** An extra made of these, again and again: what the guard finds, and what is read from the page. */
const PIECES = {
  guard: "order 240131-1234567, 010-1234-5678, hong@example.com ",
  tokens: "{path} {title} {text:#chat} ",
};

/** Calls in a page, of which the median counts: the first of them runs code for the first time. */
const CALLS = 9;

/**
 * Load and click over the number of buttons, on a page of 50,000 nodes and a slow processor.
 *
 * @param {Lab} lab
 * @param {number} rounds
 * @returns {Promise<Curve[]>}
 */
export async function measureButtonGrowth(lab, rounds) {
  const build = (/** @type {number} */ marked) => buildLargePage({ hasScript: true, marked });
  const names = BUTTONS.map(String);
  const load = await interleave(names, rounds, async (count) => {
    const { total } = await lab.slowly(() =>
      lab.traceScripts(async () => {
        await lab.visit(build(Number(count)));
        await lab.rest();
      }),
    );
    return total;
  });
  const click = await interleave(names, rounds, (count) =>
    measureClick(lab, build(Number(count)).replace("<button", '<button id="chat"')),
  );
  return [toCurve("load", load), toCurve("click", click)];
}

/**
 * `explain()`, which is a click without its window, over the length of the extra.
 *
 * @param {Lab} lab
 * @param {number} rounds
 * @returns {Promise<Curve[]>}
 */
export async function measureExtraGrowth(lab, rounds) {
  const page = buildPage(tag("core"), '<p id="chat">Chat</p>');
  const measure = async (/** @type {string} */ piece, /** @type {string} */ kilobytes) => {
    await lab.visit(page);
    await lab.rest();
    const extra = piece.repeat(Math.ceil((1000 * Number(kilobytes)) / piece.length));
    return findQuantile(await lab.page.evaluate(explain, { extra, calls: CALLS }), 0.5);
  };
  const names = KILOBYTES.map(String);
  const guard = await interleave(names, rounds, (size) => measure(PIECES.guard, size));
  const tokens = await interleave(names, rounds, (size) => measure(PIECES.tokens, size));
  return [toCurve("guard", guard), toCurve("tokens", tokens)];
}

/**
 * In the page.
 *
 * @param {{ extra: string, calls: number }} given
 */
function explain({ extra, calls }) {
  return Array.from({ length: calls }, () => {
    const begin = performance.now();
    KakaoChat.explain({ uuid: "@channel", extra });
    return performance.now() - begin;
  });
}

/**
 * @param {string} name
 * @param {Record<string, number[]>} samples by `x`
 * @returns {Curve}
 */
function toCurve(name, samples) {
  const points = Object.entries(samples).map(([x, values]) => ({
    x: Number(x),
    y: findQuantile(values, 0.5),
  }));
  return { name, points };
}

const WIDTH = 480;
const HEIGHT = 300;
const MARGIN = 48;
const COLORS = ["#0b6bcb", "#c2410c"];

/**
 * The curves on logarithmic axes, on which a linear one rises with the dashed line and a flat one not at all.
 *
 * @param {Curve[]} curves
 * @param {string} title of the horizontal axis
 */
export function drawCurves(curves, title) {
  const points = curves.flatMap((curve) => curve.points);
  const left = Math.min(...points.map(({ x }) => x));
  const right = Math.max(...points.map(({ x }) => x));
  const bottom = findDecade(Math.min(...points.map(({ y }) => y)), Math.floor);
  const top = findDecade(Math.max(...points.map(({ y }) => y)), Math.ceil);
  const scale = (
    /** @type {number} */ value,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => Math.log(value / from) / Math.log(to / from || 10);
  const toX = (/** @type {number} */ x) => MARGIN + scale(x, left, right) * (WIDTH - 2 * MARGIN);
  const toY = (/** @type {number} */ y) =>
    HEIGHT - MARGIN - scale(y, bottom, top) * (HEIGHT - 2 * MARGIN);
  const xs = [...new Set(points.map(({ x }) => x))];
  const rise = Math.min(right, (left * top) / bottom);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>By the ${title === "buttons" ? "number of buttons" : title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="#666"/>
<path d="M${round(toX(left))} ${round(toY(bottom))}L${round(toX(rise))} ${round(toY((bottom * rise) / left))}" stroke="#999" stroke-dasharray="4"/>
${xs.map((x) => drawText(toX(x), HEIGHT - MARGIN + 16, x.toLocaleString("en"), "middle")).join("\n")}
${[bottom, top].map((y) => drawText(MARGIN - 6, toY(y) + 4, `${y}`, "end")).join("\n")}
${drawText(MARGIN, MARGIN - 14, "ms", "end")}
${drawText(WIDTH / 2, HEIGHT - 10, title, "middle")}
${curves.map((curve, index) => drawCurve(curve, COLORS[index] ?? "#000", toX, toY)).join("\n")}
</svg>
`;
}

/**
 * @param {Curve} curve
 * @param {string} color
 * @param {(x: number) => number} toX
 * @param {(y: number) => number} toY
 */
function drawCurve({ name, points }, color, toX, toY) {
  const places = points.map(({ x, y }) => [round(toX(x)), round(toY(y))].join(" "));
  const last = points.at(-1) ?? { x: 1, y: 1 };
  const label = `${name} (power ${findGrowth(points).toFixed(2)})`;
  return `<path d="M${places.join("L")}" fill="none" stroke="${color}" stroke-width="2"/>
${drawText(toX(last.x), toY(last.y) - 8, label, "end", color)}`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {"end" | "middle"} anchor
 * @param {string} [color]
 */
function drawText(x, y, text, anchor, color = "#333") {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${color}">${text}</text>`;
}

/**
 * @param {number} value
 * @param {(power: number) => number} toWhole
 */
function findDecade(value, toWhole) {
  return 10 ** toWhole(Math.log10(value));
}

/** @param {number} value */
function round(value) {
  return Math.round(10 * value) / 10;
}
