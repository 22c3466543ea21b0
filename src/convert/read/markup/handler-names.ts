const HANDLER =
  /^(?:on:?|(?::|v-bind:)on-?|(?:data-)?hx-on[:-]|@|v-on:|x-on:|(?:data-)?ng-|\(|th:on|(?:data-)?wire:)(click|clientclick|dblclick|submit|finish|mousedown|mouseup|touchstart|touchend|pointerdown|pointerup|press|keydown|keyup|keypress|tap|load|change)(?:capture|in|out)?\$?(?:[.|][\w.|-]+)*\)?$/i;

/**
 * The event of an attribute that holds code: `onclick`, `@click.prevent`, `v-on:click`, `(keydown.enter)`,
 * `ng-click`, `hx-on:click`, `on:click|once`, `th:onclick`, `x-on:click`, `wire:click`, a component's `:on-click`, `onClickCapture`, Qwik's `onClick$`.
 */
export function findEvent(attribute: string): string | undefined {
  return HANDLER.exec(attribute)?.[1]?.toLowerCase();
}

/** Whether it comes of a visitor who presses, by mouse, finger or key, or sends a form. */
export function isVisitors(event: string): boolean {
  return event !== "load" && event !== "change";
}

/** Whether an attribute holds what a visitor's press runs: the new button has its own. */
export function isOldHandler(attribute: string): boolean {
  const event = findEvent(attribute);
  return event !== undefined && isVisitors(event);
}

/** Whether it is part of a press by mouse or finger: what counts one may stand in any of them. */
export function isPress(event: string): boolean {
  return isVisitors(event) && !/^(?:submit|finish|key)/.test(event);
}
