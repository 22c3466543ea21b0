import type { State } from "../state.js";
import { listTokenButtons, type TokenButton } from "./tokens.js";

/** A token that a button has put into the extra, where it stands by now. */
export interface Inserted {
  label: TokenButton["label"];
  start: number;
  end: number;
}

/** What is left of them after a change of the text: what somebody has typed in is theirs. */
export function follow(inserted: Inserted[], before: string, after: string): Inserted[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const shift = after.length - before.length;
  return inserted.flatMap((each) => {
    if (each.end <= head) return [each];
    if (each.start < before.length - tail) return [];
    return [{ ...each, start: each.start + shift, end: each.end + shift }];
  });
}

/** The extra with the tokens of another platform in place of those that buttons have put in. */
export function exchange(extra: string, inserted: Inserted[], tab: State["tab"]) {
  const buttons = listTokenButtons(tab);
  let text = "";
  let end = 0;
  // In the order of the text: buttons add at its end.
  const moved = inserted.map((each): Inserted => {
    const token = buttons.find(({ label }) => label === each.label)?.token ?? "";
    text += extra.slice(end, each.start);
    end = each.end;
    const start = text.length;
    text += token;
    return { ...each, start, end: text.length };
  });
  return { extra: text + extra.slice(end), inserted: moved };
}
