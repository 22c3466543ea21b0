import { CODE } from "./code.mjs";
import { FORM } from "./form.mjs";
import { PREVIEW } from "./preview.mjs";
import { KINDS, PROBLEMS } from "./problems.mjs";
import { SETTINGS } from "./settings.mjs";

/**
 * Every word of the playground in Korean. Between backticks is code, between double asterisks what
 * weighs more; `{name}` is filled in. JavaScript, because the build reads it as well.
 */
export const KO = { ...FORM, ...SETTINGS, ...PREVIEW, ...CODE, ...PROBLEMS, ...KINDS };
