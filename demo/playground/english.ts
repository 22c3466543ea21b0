/** English, as a script of its own: `language.ts` imports it when somebody reads English. */
export { EN as CHECK } from "../../src/check/words/en/index.js";
export { EN } from "./texts/en/index.mjs";
