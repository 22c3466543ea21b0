import { type Problem, reporterFor } from "../problems.js";
import { report } from "./report.js";

/** Says that what may be written on the script's tag does not count, because there is no such tag. */
export function reportLostTag(fileName: string): void {
  const problems: Problem[] = [];
  reporterFor(problems, "script")("KC601", `a <script> whose path ends in ${fileName}`, "none");
  report(problems, document);
}
