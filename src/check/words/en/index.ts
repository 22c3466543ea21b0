import type { Words } from "../words.js";
import { CONVERT } from "./convert.js";
import { PAGE } from "./page.js";
import { PROBLEMS } from "./problems.js";

export const EN: Words = {
  convert: CONVERT,
  page: PAGE,
  problems: PROBLEMS,
  unnamed: "the button",
  expected: "expected $1, got $2",
};
