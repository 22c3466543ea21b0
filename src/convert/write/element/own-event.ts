import type { Chat } from "../../chats.js";
import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { FILL } from "../script.js";
import { isGiven, listKnown } from "../values/locals.js";
import { isVue2 } from "../vue-2.js";
import { nameOfButton } from "./button-id.js";

/** By the name of a function: the attributes by which a component's own button calls it. */
export interface OwnEvent {
  name: string;
  attributes: string[];
  /** Its function is one of the component's script, of Vue's `setup()` or `methods`, or of Angular's class. */
  place: "inside" | "setup" | "methods" | "class";
  /** What its function is called with besides the event: what the markup alone knows, such as a loop's item. */
  given: readonly string[];
  /** Of a class: the condition under which a click is another button's. */
  isOther?: string;
  /** Of a class: what a click puts into its members. */
  clicked?: Clicked;
}

/** The member of a class that a click puts the button into, and what it puts into a second one, by its name. */
export interface Clicked {
  button: string;
  values: string;
  given: readonly string[];
}

/** By which name Angular's markup or class has the button: a listener of its document's hears of every button. */
const BUTTON = "chatButton";

/**
 * How a component's markup hears of the click itself; `null` in other languages, and of a button that was not pasted.
 *
 * @param needed names in what the click fills in
 */
export function findOwnEvent(
  id: string,
  tag: string,
  { start }: Chat,
  facts: Facts,
  needed: readonly string[],
): OwnEvent | null {
  const { language, source } = facts;
  const { trigger } = start;
  if (!trigger || trigger.origin === "absent" || !/^(?:vue|svelte|angular)$/.test(language))
    return null;
  const name = nameOfButton(FILL, id, facts);
  const given = [...new Set(needed)].filter((one) => isGiven(one, trigger, facts));
  // `(kakao-chat:before)` would be an event `before` of a target called `kakao-chat`.
  if (language === "angular") {
    const listen = (...values: string[]) =>
      `(document:kakao-chat:before)="${name}(${["$event", ...values].join(", ")})"`;
    if (isHost(trigger)) {
      // The component may stand on a page many times, and what stands in a loop listens once for each item.
      const known = listKnown(trigger, facts);
      const [own, told] = given.some((one) => known.has(one)) ? [given, []] : [[], given];
      const button = nameOfButton(BUTTON, id, facts);
      const isOther = `event.target !== this.${button}`;
      const clicked = { button, values: `${button}Values`, given: own };
      return { name, attributes: [listen(...told)], place: "class", given: told, isOther, clicked };
    }
    const attributes = [`#${BUTTON} ${listen(BUTTON, ...given)}`];
    const isOther = "event.target !== button";
    return { name, attributes, place: "class", given: ["button", ...given], isOther };
  }
  if (language === "vue") {
    // A component of Vue 2 hands on no events of the browser's.
    const isNative = /[A-Z-]/.test(tag) && isVue2(facts);
    const called = given.length > 0 ? `${name}(${["$event", ...given].join(", ")})` : name;
    const attribute = `@kakao-chat:before${isNative ? ".native" : ""}="${called}"`;
    return { name, attributes: [attribute], place: placeInVue(source), given };
  }
  const on = hasOldHandlers(trigger) ? "on:" : "on";
  return { name, attributes: [`${on}kakao-chat:before={${name}}`], place: "inside", given: [] };
}

/** The markup's own attributes, with a click that tells the class which button it is. */
export function withClicked(attributes: readonly string[], clicked: Clicked | undefined): string[] {
  if (clicked === undefined) return [...attributes];
  const { button, values, given } = clicked;
  const kept = given.length > 0 ? `; ${values} = [${given.join(", ")}]` : "";
  const statement = `${button} = $event.currentTarget${kept}`;
  const isClick = (one: string) => one.startsWith(CLICK);
  const [old] = attributes.filter(isClick);
  const handler = `${CLICK}${statement}${old ? `; ${old.slice(CLICK.length)}` : '"'}`;
  return [handler, ...attributes.filter((one) => !isClick(one))];
}

const CLICK = '(click)="';

/** What a module of Vue's has, its markup knows only if the script is set up there. */
function placeInVue(source: string): OwnEvent["place"] {
  if (/<script[^>]*\ssetup\b/.test(source)) return "inside";
  return /\bsetup\s*\(/.test(source) ? "setup" : "methods";
}

/** Whether Angular makes a component of it, which a name in the markup would be instead of the element: `mat-button`. */
function isHost({ name, attributes }: OldElement): boolean {
  return name.includes("-") || [...attributes.keys()].some((one) => OF_LIBRARY.test(one));
}

/** Attributes by which libraries of components choose a button of theirs. */
const OF_LIBRARY = /^(?:mat-|nz-|ion-|nb|kendo|clr|igx|cds|pbutton)/;

/** Svelte's `on:click`, which is `onclick` since Svelte 5. */
export function hasOldHandlers({ attributes }: OldElement): boolean {
  return [...attributes.keys()].some((one) => one.startsWith("on:"));
}
