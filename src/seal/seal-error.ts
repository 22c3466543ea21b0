/** Why there is no sealed extra. The message never holds the text or the key. */
export class SealError extends Error {
  constructor(reason: string) {
    super(`no seal: ${reason}`);
  }
}
