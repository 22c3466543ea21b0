import type { Words } from "../words.js";
import { CONVERT } from "./convert.js";
import { PAGE } from "./page.js";
import { PROBLEMS } from "./problems.js";

export const KO: Words = {
  convert: CONVERT,
  page: PAGE,
  problems: PROBLEMS,
  unnamed: "이 버튼",
  expected: "맞는 값: $1, 적은 값: $2",
};
