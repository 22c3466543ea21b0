import { dictionary } from "../builtins.js";
import { isOpaque } from "../options/options.js";

/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const ANSWER_TIMEOUT = 5000;

/**
 * The merged answers of all promises, or an error that says why there are none. Never rejects.
 *
 * @param promises what handlers have handed to `waitUntil()`
 */
export async function collectAnswers(promises: readonly unknown[]): Promise<object | Error> {
  try {
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("no answer")), ANSWER_TIMEOUT);
    });
    const answers = await Promise.race([Promise.all(promises), timeout]);
    const wrong = answers.map(findKind).find((kind) => kind !== OPTIONS);
    if (wrong) return new Error(`an answer that is no options: ${wrong}`);
    // Reading the page's objects may throw, too.
    let options = {};
    for (const answer of answers) options = { ...options, ...Object(answer) };
    return dictionary(options);
  } catch {
    return new Error("no answer");
  }
}

/** What an answer has to be: an object of options, or nothing. What is prepared in another form must not be lost unseen. */
const OPTIONS = "[object Object]";

function findKind(answer: unknown): string {
  if (answer === undefined || answer === null) return OPTIONS;
  const kind = Object.prototype.toString.call(answer);
  return kind === OPTIONS && isOpaque(answer) ? "[object]" : kind;
}
