import { distance } from "fastest-levenshtein";

/** So many letters may differ. Other tools have attributes of their own, which are no slips. */
const CLOSE = 2;

/** Whether two letters side by side have changed places: `extar`. */
export function isTransposed(said: string, name: string): boolean {
  if (said.length !== name.length) return false;
  const at = [...name].findIndex((letter, index) => said[index] !== letter);
  const [one = "", other = ""] = name.slice(at, at + 2);
  return at >= 0 && said === name.slice(0, at) + other + one + name.slice(at + 2);
}

/** Whether a name is nearly a known one. Hyphens and underscores do not count, and a short name may differ less. */
export function isClose(said: string, name: string): boolean {
  const bare = (text: string) => text.replace(/[-_]/g, "");
  const most = Math.min(CLOSE, Math.floor(bare(name).length / 3));
  return distance(bare(said), bare(name)) <= most;
}
