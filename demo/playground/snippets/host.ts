/** A folder that nobody has: it is to be replaced, and shows that. */
export const EXAMPLE_HOST = "https://cdn.example.com/";

/**
 * The folder that the scripts are kept in, from whatever was typed: a host, a folder, a file's address. The
 * example has the package's version in it, as a CDN's folder should.
 *
 * @returns `null` where it is no address that a page could load a script from
 */
export function parseHost(text: string, version: string): string | null {
  const typed = text.trim() || EXAMPLE_HOST;
  if (!/^(https:\/\/[^\s/"'<>]|http:\/\/localhost(?![^:/])|\/(?!\/))[^\s"'<>?#]*$/.test(typed)) {
    return null;
  }
  const folder = typed.replace(/[^/]*\.js$/, "").replace(/(https?:\/\/[^/]+)$/, "$1/");
  const whole = folder.endsWith("/") ? folder : `${folder}/`;
  return whole === EXAMPLE_HOST ? `${whole}${version}/` : whole;
}
