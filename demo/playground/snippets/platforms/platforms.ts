import type { Platform } from "../snippet.js";
import { astro } from "./astro.js";
import { cafe24 } from "./cafe24.js";
import { gnuboard } from "./gnuboard.js";
import { html } from "./html.js";
import { imweb } from "./imweb.js";
import { partner } from "./partner.js";
import { react } from "./react.js";
import { rhymix } from "./rhymix.js";
import { svelte } from "./svelte.js";
import { tagManager } from "./tag-manager.js";
import { vue } from "./vue.js";
import { wordpress } from "./wordpress.js";

/** The tabs in their order. A new platform is a file of its own and a line here. */
const ALL = {
  html,
  cafe24,
  imweb,
  gtm: tagManager,
  wordpress,
  gnuboard,
  rhymix,
  react,
  vue,
  svelte,
  astro,
  partner,
};

export type PlatformName = keyof typeof ALL;

export const PLATFORMS: Readonly<Record<PlatformName, Platform>> = ALL;

export function isPlatformName(name: string): name is PlatformName {
  return Object.hasOwn(ALL, name);
}

export function listPlatformNames(): PlatformName[] {
  return Object.keys(ALL).filter(isPlatformName);
}
