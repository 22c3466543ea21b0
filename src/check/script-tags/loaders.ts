import { attribute, type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { isWholePage } from "../markup/whole-page.js";
import type { Page } from "../page.js";
import { isOfPackages } from "./package-address.js";
import { findRun, isInert, isModule } from "./running.js";

/** A script of the product's own. */
type Own = { element: OldElement };

/** A tag manager or an app, which may bring a script, a button and their settings later. */
export function findLoader(root: OldElement, tags: readonly Own[]): string {
  for (const element of walk(root)) {
    const src = attribute(element, "src");
    if (element.name === "script") {
      const text = textOf(element);
      if (/googletagmanager\.com\/gtm/i.test(src + text) || /gtm\.start/i.test(text))
        return "Google Tag Manager";
      if (/\/_next\/|__NEXT_DATA__/.test(src + attribute(element, "id"))) return "Next.js";
      if (/\/_nuxt\//.test(src)) return "Nuxt";
    }
    const isMount = /^(root|app|__next|__nuxt|svelte|app-root)$/.test(attribute(element, "id"));
    if ((isMount && textOf(element).trim() === "") || element.name === "app-root")
      return `#${attribute(element, "id") || "app-root"}`;
  }
  const module = listOtherScripts(root, tags).find(isModule);
  return module ? nameScript(module) : "";
}

/**
 * What else may bring the script though the HTML lacks it: a bundle, a loader, the rest of a page of which a file is
 * a part. `""` if it has no name, `null` if there is nothing of the kind.
 */
export function findElsewhere(
  { root, reader }: Facts,
  { html, url }: Page,
  tags: readonly Own[],
): string | null {
  const script = listOtherScripts(root, tags).find(mayLoad);
  if (script) return nameScript(script);
  const isFile = url === null && (!isWholePage(html) || TEMPLATE.test(html));
  return isFile || reader !== "markup" ? "" : null;
}

/** A script of the page's own, in a file that is not read here, that may set `KakaoChatDefaults`; `""` if there is none. */
export function findSettingScript(root: OldElement, tags: readonly Own[]): string {
  const script = listOtherScripts(root, tags).find(
    (one) => findAddress(one) && findRun(one).when !== "never" && mayLoad(one),
  );
  return script ? nameScript(script) : "";
}

/** What joins the files of a site: PHP, ASP, JSP, Jinja, Blade, Cafe24, server-side includes. */
const TEMPLATE =
  /<\?(?!xml)|<%|<!--\s*[@#]|\{[%{$]|^\s*@(?:extends|include|section|stack|yield)\b|<(?:jsp|tiles):/im;
/** Types that no other script runs either. */
const DATA = /json|html|template|importmap|rules/i;
/** Libraries of other hosts that serve nothing else, and counters. */
const LIBRARY =
  /^(?:https?:)?\/\/(?:connect\.facebook\.net|www\.google-analytics\.com|www\.googletagmanager\.com\/gtag|code\.jquery\.com|ajax\.googleapis\.com|t1\.(?:kakaocdn|daumcdn)\.net|(?:dapi|developers)\.kakao\.com|wcs\.(?:naver\.net|pstatic\.net))\/|\/jquery(?:-\d[\d.]*)?(?:\.min)?\.js(?:\?|$)/i;
/** What an inline script needs for it. */
const LOADING = /script['">]|import|require|eval|kakao-chat[\w.-]*js/i;

/** All scripts but the product's own, and those of a `<template>` or an SVG, which nothing runs. */
function listOtherScripts(root: OldElement, tags: readonly Own[]): OldElement[] {
  const own = new Set(tags.map(({ element }) => element));
  return [...walk(root)].filter(
    (element) => element.name === "script" && !own.has(element) && !isInert(element),
  );
}

/** Whether there are scripts of others, libraries among them. */
export function hasOtherScripts(root: OldElement, tags: readonly Own[]): boolean {
  return listOtherScripts(root, tags).some((script) => !DATA.test(attribute(script, "type")));
}

function mayLoad(script: OldElement): boolean {
  if (DATA.test(attribute(script, "type"))) return false;
  const address = findAddress(script);
  if (/kakao-chat/i.test(address)) return true;
  return address ? !isOfPackages(address) && !LIBRARY.test(address) : LOADING.test(textOf(script));
}

function nameScript(script: OldElement): string {
  return findAddress(script) || "<script>";
}

/** Lazy loaders keep it in an attribute of their own: `data-src`, `data-rocket-src`. */
function findAddress({ attributes }: OldElement): string {
  const [, address = ""] = [...attributes].find(([name]) => /(?:^|-)src$/.test(name)) ?? [];
  return address.trim();
}
