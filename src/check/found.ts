import type { Level } from "../convert/codes.js";
import { GROUPS, type Group } from "./codes.js";
import type { Place } from "./place.js";

/** One thing that was found, with all that its words need. */
export interface Found {
  code: string;
  level: Level;
  group: Group;
  /** What belongs into the words; quoted from the page, one line each. */
  values: Record<string, string>;
  /** For the codes of a button: what is expected and what is there, in English. */
  message?: string;
  place: Place | null;
  /** All its places, if it has several: `place` is the first. */
  places?: Place[];
}

/** All places of one thing, each once. */
export function joinPlaces(all: readonly (Place | null)[]): Pick<Found, "place" | "places"> {
  const places = listOnce(all.filter((place) => place !== null));
  return { place: places[0] ?? null, ...(places.length > 1 && { places }) };
}

/** Each thing once: buttons that share a function share what is wrong with it. */
function listOnce<T>(found: readonly T[]): T[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The worst first. */
export const LEVELS: readonly Level[] = ["error", "warning", "note"];

/** The worst group first, and within each the worst first, then by place. */
export function sortFound(found: readonly Found[]): Found[] {
  const rank = ({ level }: Found) => LEVELS.indexOf(level);
  const worst = (group: Group) =>
    Math.min(9, ...found.filter((one) => one.group === group).map(rank));
  const order = [...GROUPS].sort(
    (a, b) => worst(a) - worst(b) || GROUPS.indexOf(a) - GROUPS.indexOf(b),
  );
  return listOnce(found).sort(
    (a, b) =>
      order.indexOf(a.group) - order.indexOf(b.group) ||
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
