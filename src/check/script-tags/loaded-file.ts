import type { OldElement } from "../../convert/read/markup/element.js";
import type { PageCodeName } from "../codes.js";
import type { Values } from "../collector.js";
import type { FileName } from "../product-files.js";

/** A file of the product's own that a page loads. */
export interface LoadedFile {
  file: string;
  /** The script that loads it. */
  element: OldElement;
  src: string;
  /** Its whole address, if it can be told. */
  url: URL | null;
}

/** One of the product's own script tags. */
export interface ScriptTag extends LoadedFile {
  file: FileName;
}

/** What is found about a tag. */
export interface TagFinding {
  code: PageCodeName;
  values: Values;
  element: OldElement;
}

/** What this package knows of its own files. */
export interface Package {
  version: string;
  /** By file name, as `integrity` has it: one hash, or one of each algorithm, the first to be recommended. */
  hashes: Readonly<Record<string, string>>;
}

/** What is said of a file. */
export type Said = [code: PageCodeName, values: Values];
