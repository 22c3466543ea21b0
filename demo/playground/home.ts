/**
 * The repository that a page comes from: what `package.json` says, else the one whose pages these are. A copy on
 * another host knows of none.
 */
export function findHome(said: string, { hostname, pathname }: Pick<URL, "hostname" | "pathname">) {
  if (said) return said;
  const [, owner] = /^([\w-]+)\.github\.io$/.exec(hostname) ?? [];
  if (!owner) return "";
  const [, folder] = /^\/([^/]+)\//.exec(pathname) ?? [];
  return `https://github.com/${owner}/${folder ?? hostname}`;
}
