import type { Parts } from "./button.js";
import { pickInk, type Rgb } from "./colors.js";
import type { LauncherSettings } from "./settings.js";

/** What the page's state adds to the settings. */
export interface Look {
  isShown: boolean;
  /** The window is below 480 CSS pixels. */
  isNarrow: boolean;
  background: Rgb;
}

/** The page's CSS can set the colour by it. */
export const COLOR_PROPERTY = "--kakao-chat-launcher-color";

const SIZE = "var(--kakao-chat-launcher-size,56px)";

/** Below the highest z-index (2147483647), so that a page can cover the button. */
const Z_INDEX = 2147483000;

/**
 * What only a sheet can say. The focus ring is black between white, so that one of both is seen on any
 * page; a browser that does not know `:focus-visible` keeps a ring of its own.
 */
const STATES =
  "button:hover{filter:brightness(.95)}" +
  "button:focus-visible{outline:3px solid #000;outline-offset:2px;box-shadow:0 0 0 7px #fff}" +
  "@media print{:host{display:none!important}}";

/**
 * Puts the look on the button: by a constructed sheet, else by properties. Both work under `style-src 'none'`,
 * which a `<style>` does not.
 */
export function applyLook(parts: Parts, settings: LauncherSettings, look: Look): void {
  const { host, root, button, icon, label } = parts;
  const isRound = settings.look ? settings.look === "round" : look.isNarrow;
  const ofHost = describeHost(settings, look);
  const ofButton = describeButton(look, isRound);
  // With the border the pill has 48 px at least, whatever size the page has set.
  const ofIcon = isRound
    ? "flex:none;width:28px;fill:currentColor"
    : "flex:none;width:24px;margin:11px 8px 11px 0;fill:currentColor";
  const ofLabel = isRound ? "display:none" : "";
  const css = `:host{${ofHost}}button{${ofButton}}svg{${ofIcon}}span{${ofLabel}}${STATES}`;
  // Each writing has the browser read it all again.
  if (css === parts.css) return;
  parts.css = css;
  if (adoptSheet(root, css)) return;
  host.style.cssText = ofHost;
  button.style.cssText = ofButton;
  icon.style.cssText = ofIcon;
  label.style.cssText = ofLabel;
}

/** @returns false in Safari before 16.4, Chrome before 73, Firefox before 101, and without a shadow root */
function adoptSheet(root: Parts["root"], css: string): boolean {
  const { adoptedStyleSheets: sheets } = root;
  if (!sheets) return false;
  try {
    const [sheet = new CSSStyleSheet()] = sheets;
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return true;
  } catch {
    return false;
  }
}

/** The distances from the side and from the bottom, whoever says them. */
const X = "--kakao-chat-launcher-x";
const Y = "--kakao-chat-launcher-y";

/**
 * As lengths, so that a 0 without a unit can be counted with, and the default counts if a page has set something
 * else. Not in Safari before 16.4, Chrome before 78 and Firefox before 128.
 */
export function registerDistances(): void {
  for (const name of [X, Y]) {
    try {
      CSS.registerProperty({
        name,
        syntax: "<length-percentage>",
        inherits: false,
        initialValue: "20px",
      });
    } catch {
      // A copy of this script has done it, or the browser cannot.
    }
  }
}

/** What the page says of all elements, or of this one, does not reach in. */
function describeHost({ position, offset }: LauncherSettings, { isShown, isNarrow }: Look): string {
  const [wideX = 20, wideY = 20, narrowX = wideX, narrowY = wideY] = offset;
  const side = position.slice("bottom-".length);
  const x = describeDistance(X, side, "100vw");
  const y = describeDistance(Y, "bottom", "100vh");
  const declarations =
    `all:initial;display:${isShown ? "block" : "none"};position:fixed;${side}:0;bottom:0;` +
    `${X}:var(--kakao-chat-launcher-${side},${isNarrow ? narrowX : wideX}px);` +
    `${Y}:var(--kakao-chat-launcher-bottom,${isNarrow ? narrowY : wideY}px);` +
    `max-width:calc(100% - 2*${x.margin});` +
    // A transform is no layout shift.
    `transform:translate(calc(${side === "left" ? 1 : -1}*${x.distance}),calc(-1*${y.distance}));z-index:var(--kakao-chat-launcher-z-index,${Z_INDEX});`;
  return declarations.replace(/;/g, "!important;");
}

/** Not in Chrome before 79 and Firefox before 75. */
function knowsMin(): boolean {
  try {
    return CSS.supports("width", "min(1px,2px)");
  } catch {
    // A page has put something else in its place.
    return false;
  }
}

/** The least margin on the other side, if the distance leaves none. */
const LEAST_MARGIN = 20;

/** A distance from an edge, at most so much that the whole button is in the window, and the margin opposite. */
function describeDistance(
  name: string,
  edge: string,
  room: string,
): { distance: string; margin: string } {
  const wanted = `(var(${name}) + env(safe-area-inset-${edge},0px))`;
  if (!knowsMin()) return { distance: wanted, margin: wanted };
  const margin = `min(${wanted},${LEAST_MARGIN}px)`;
  return { distance: `max(0px,min(${wanted},${room} - 100% - ${margin}))`, margin };
}

function describeButton({ background }: Look, isRound: boolean): string {
  return (
    "display:flex;align-items:center;justify-content:center;box-sizing:border-box;margin:0;min-width:48px;" +
    (isRound
      ? `width:${SIZE};height:${SIZE};min-height:48px;padding:0;border-radius:50%;`
      : `min-height:${SIZE};padding:0 20px 0 16px;border-radius:calc(${SIZE}/2);`) +
    // Forced colours draw the border.
    `border:1px solid transparent;background:rgb(${background.join()});color:${pickInk(background)};` +
    "box-shadow:var(--kakao-chat-launcher-shadow,0 1px 3px rgba(0,0,0,.2),0 6px 20px rgba(0,0,0,.2));" +
    "font:600 16px/1.25 system-ui,sans-serif;direction:ltr;text-align:left;word-break:keep-all;overflow-wrap:anywhere;cursor:pointer;" +
    "-webkit-tap-highlight-color:transparent;" +
    // Seen by nobody: the end of its transition tells that the page has changed the colour.
    `column-rule-color:var(${COLOR_PROPERTY},#01020304);transition:column-rule-color 1ms`
  );
}
