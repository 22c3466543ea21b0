/** A page as a browser gets it. */
export interface Page {
  html: string;
  /** Where it was found; `null` for a file or a paste. */
  url: URL | null;
  /** The answer's headers, names in lower case; one that came twice is joined by commas. */
  headers: Readonly<Record<string, string>>;
  /** How it was decoded; `""` if that is not known. */
  charset: string;
  /** What it is in by its bytes, where nothing that browsers know says it. */
  guess?: string;
}
