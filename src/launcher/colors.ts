/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Reads a colour as computed style writes it: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or
 * `color(srgb 0.1 0.2 0.3 / 0.5)`. A translucent one is put on white. Returns null for other colour spaces.
 */
export function parseComputedColor(text: string): Rgb | null {
  const isSrgb = text.startsWith("color(srgb");
  if (!isSrgb && !text.startsWith("rgb")) return null;
  const numbers = text.match(/none|-?[\d.]+(e-?\d+)?/g) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map((each) => Number(each) || 0);
  const onWhite = (channel: number) =>
    Math.round(
      Math.min(Math.max(isSrgb ? channel * 255 : channel, 0), 255) * alpha + 255 * (1 - alpha),
    );
  return [onWhite(red), onWhite(green), onWhite(blue)];
}

/** Black or white, whichever has the better contrast: below this luminance it is white. */
export function pickInk(background: Rgb): "#000" | "#fff" {
  const [red, green, blue] = background;
  const luminance = 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
  // Contrasts with black and white are equal at sqrt(1.05 * 0.05) - 0.05.
  // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
  return luminance > 0.1791 ? "#000" : "#fff";
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function toLinear(channel: number): number {
  return channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92;
}
