import { isPrimitive } from "../options/options.js";

/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const ANSWER_TIMEOUT = 5000;

/**
 * The merged answers of all promises, or an error that says why there are none. Never rejects.
 *
 * @param promises what handlers have handed to `waitUntil()`
 */
export async function collectAnswers(promises: readonly unknown[]): Promise<object | Error> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), ANSWER_TIMEOUT);
  });
  try {
    const answers = await Promise.race([Promise.all(promises), timeout]);
    // Reading the page's objects may throw, too.
    return Object.assign({}, ...answers.map(checkAnswer));
  } catch (error) {
    return error instanceof AnswerError ? error : new Error("no answer");
  }
}

/** An answer of the page's that is none. */
class AnswerError extends Error {}

/** An answer is an object of options, or nothing: what is prepared in another form must not be lost unseen. */
function checkAnswer(answer: unknown): unknown {
  const kind = Object.prototype.toString.call(answer);
  const isNothing = answer === undefined || answer === null;
  if (!isNothing && (isPrimitive(answer) || kind !== "[object Object]")) {
    throw new AnswerError(`an answer that is no options: ${kind}`);
  }
  return answer;
}
