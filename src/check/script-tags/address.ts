/** A whole address, or `null` if it cannot be told. */
export function resolve(address: string, base: URL | null): URL | null {
  try {
    return base ? new URL(address, base) : new URL(address);
  } catch {
    return null;
  }
}
