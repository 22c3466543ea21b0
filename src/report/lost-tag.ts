import { reportOne } from "./report.js";

/** Says that what may be written on the script's tag does not count, because there is no such tag. */
export function reportLostTag(fileName: string): void {
  reportOne(document, "script", "KC601", `a <script> whose file is called ${fileName}`, "none");
}
