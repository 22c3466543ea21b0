import { CODE } from "./code.mjs";
import { FORM } from "./form.mjs";
import { PREVIEW } from "./preview.mjs";
import { KINDS, PROBLEMS } from "./problems.mjs";
import { SETTINGS } from "./settings.mjs";

/**
 * Every word of the playground in English: each file has the names of its Korean twin.
 *
 * @type {import("../texts.js").Texts}
 */
export const EN = { ...FORM, ...SETTINGS, ...PREVIEW, ...CODE, ...PROBLEMS, ...KINDS };
