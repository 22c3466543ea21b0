/**
 * `jose` makes a `TextEncoder` and `TextDecoder` as it is loaded. On a page without them the whole file would end
 * there, before anybody listens. The build puts these classes in their place, which ask the page when they are used.
 */

export class TextEncoder {
  encode(text: string): Uint8Array {
    return new globalThis.TextEncoder().encode(text);
  }
}

/** Only what opens a JWE uses it. */
export class TextDecoder {}
