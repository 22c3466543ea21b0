import { readInput, type SaidInput } from "../input/input.js";
import { findNamedButton } from "../input/mark.js";
import type { ChatInput, ChatPlan } from "../types.js";
import { findTarget } from "../window/target.js";
import { planChat } from "./plan.js";

/**
 * What a click on this button, or a call with these options, would do now, without doing it.
 * The same code as a click: what it says is what is sent.
 */
export function explain(source?: Element | ChatInput): ChatPlan {
  return planNow(readInput(findNamedButton(source) ?? source));
}

/** What is wrong with a button before anybody clicks on it. Nothing of the page is read for its tokens. */
export function explainAtApproach(button: Element): ChatPlan {
  return planNow(readInput(button, true));
}

function planNow({ input, problems, limits }: SaidInput): ChatPlan {
  return planChat(input, findTarget(), limits, problems);
}
