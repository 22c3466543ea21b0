import { type Facts, readPaste } from "../convert/read/read.js";
import { isXhtml, toHtml } from "./markup/xhtml.js";
import type { Page } from "./page.js";
import { createPlaces, type Place } from "./place.js";
import { blankCopies, restoreLibraries, type WithoutCopies } from "./script-tags/copies.js";
import { findDefaults } from "./scripts/defaults.js";

/** A page, and what its text says. */
export interface ParsedPage {
  /** The page as HTML, without the copies of others' code in it. */
  page: Page;
  facts: Facts;
  /** The copies that were taken out. */
  without: WithoutCopies;
  /** Finds the place of an offset of `page.html` in what the server sent. */
  places: (offset: number) => Place | null;
}

/** Parses a page. Nothing of it is executed. */
export function parsePage(sent: Page): ParsedPage {
  const { html, toSent } = isXhtml(sent.headers["content-type"] ?? "")
    ? toHtml(sent.html)
    : { html: sent.html, toSent: (offset: number) => offset };
  const without = blankCopies(html);
  const read = readPaste(without.html);
  restoreLibraries(read.root, without);
  const findPlace = createPlaces(sent.html);
  return {
    page: { ...sent, html: without.html },
    facts: { ...read, defaults: findDefaults(read) },
    without,
    places: (offset) => findPlace(toSent(offset)),
  };
}
