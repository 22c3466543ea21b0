/** As many blanks, and the line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
