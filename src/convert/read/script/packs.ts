import type { Value } from "./value.js";

type Entries = Map<string, Value>;

/** The modules of a bundle, as webpack packs them: `{ "./config.js": function (module, exports, require) {} }`. */
export class Packs {
  /** Functions by the keys of their modules. */
  readonly modules = new Map<string, Value>();
  /** What the modules give, once they have been asked for. */
  readonly given = new Map<string, Entries>();
  /** What is read of what a module gives: `require.d(exports, { BASE: () => BASE })`. */
  readonly getters: { exports: Entries; entries: Entries }[] = [];

  /** Takes down a function of two or three parameters, which can be a module. */
  note(key: string, value: Value): void {
    if (value.kind === "function" && /^[23]$/.test(String(value.node.params.length)))
      this.modules.set(key, value);
  }

  /** `[function (module, exports, require) {}, ...]`: webpack's before version 5, by their numbers. */
  noteList(items: readonly Value[]): void {
    if (items.some(({ kind }) => kind !== "function")) return;
    for (const [at, item] of items.entries()) this.note(String(at), item);
  }
}
