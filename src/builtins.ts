/** What every engine has, pages and Node alike, whatever scripts have put in its place. */

/** The text of the browser's own functions. That of a bound function or a proxy has no name in it. */
const NATIVE = /^\s*function [^(]+\([\s\S]*\[native code\]/;

/** Whether a function is the browser's, and none that a page has put in its place. */
export function isNativeFunction(value: unknown): boolean {
  try {
    return (
      typeof value === "function" &&
      NATIVE.test(Reflect.apply(Function.prototype.toString, value, []))
    );
  } catch {
    // The page's own `toString` throws.
    return false;
  }
}

/**
 * An object that inherits nothing: a page may have added to `Object.prototype`. Not by `Object.assign()`, in whose
 * place old shops have one that asks each object for its `hasOwnProperty()`.
 */
export function dictionary<T extends object>(values: T): T {
  const made = Object.create(null);
  for (const name of Reflect.ownKeys(values)) made[name] = Reflect.get(values, name);
  return made;
}

/** The first item that passes a test. Old shops define a `find()` of other semantics, from before ES6 had one. */
export function findFirst<T, S extends T>(
  list: Iterable<T>,
  test: (each: T) => each is S,
): S | undefined;
export function findFirst<T>(list: Iterable<T>, test: (each: T) => boolean): T | undefined;
export function findFirst<T>(list: Iterable<T>, test: (each: T) => boolean): T | undefined {
  for (const each of list) if (test(each)) return each;
  return undefined;
}

/** A text without the white space around it: `trim()` of old shops takes off more, or gives no text. */
export function trim(text: string): string {
  const start = text.search(/\S/);
  if (start < 0) return "";
  let end = text.length;
  while (/\s/.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * An address, as the browser's own class reads it, which throws if it is none. Old scripts have a `var URL`, and none a
 * `webkitURL`, which is the same: https://url.spec.whatwg.org/#url-class
 */
export function parseUrl(address: string): URL {
  const { URL, webkitURL = URL } = globalThis;
  return new (isNativeFunction(URL) ? URL : webkitURL)(address);
}

/** The parameters of a query, with or without its `?`, whatever a page calls `URLSearchParams`. */
export function parseQuery(query: string): URLSearchParams {
  return parseUrl(`about:blank?${query.replace(/^\?/, "")}`).searchParams;
}
