import type { Pieces } from "../text/pieces.js";

/** What writes a value into the markup as it is: `<?= $link ?>`, `<?php echo $link; ?>`, `${link}`. */
const AS_IT_IS =
  /^(?:<\?(?!.*\b(?:html(?:specialchars|entities)|[eh])\s*\()|\$\{(?!\s*fn:escapeXml\b))/is;

/** An attribute's text, as a browser reads what a server writes into it: `&amp;` of the server's is `&`. */
export function readEchoed(text: string, pieces: Pieces): string {
  return pieces.mapTemplates(text, (template) => {
    const isRight = AS_IT_IS.test(template.source);
    if (!isRight || !template.choices.some((one) => one.includes("&amp;"))) return null;
    return { ...template, choices: template.choices.map((one) => one.replace(/&amp;/g, "&")) };
  });
}
