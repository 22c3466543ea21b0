import { dictionary, findFirst } from "../builtins.js";
import { isField } from "../options/options.js";
import { isOpaque } from "../options/raw-input.js";

/** Milliseconds that `waitUntil()` may take before the chat starts without its extra. */
const ANSWER_TIMEOUT = 5000;

/**
 * The merged answers of all promises, or an error that says why there are none. Never rejects.
 *
 * @param promises what handlers have handed to `waitUntil()`
 */
export async function collectAnswers(promises: readonly unknown[]): Promise<object | Error> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ANSWER_TIMEOUT);
    });
    const answers = await Promise.race([Promise.all(promises), timeout]);
    const wrong = findFirst(answers.map(findKind), (kind) => kind !== OPTIONS);
    if (wrong) return new Error(`an answer that is no options: ${wrong}`);
    // Reading the page's objects may throw, too.
    let options = {};
    for (const answer of answers) options = { ...options, ...Object(answer) };
    return dictionary(options);
  } catch {
    return new Error("no answer");
  } finally {
    clearTimeout(timer);
  }
}

/** What an answer has to be: an object of options, or nothing. What is prepared in another form must not be lost unseen. */
const OPTIONS = "[object Object]";

function findKind(answer: unknown): string {
  if (answer === undefined || answer === null) return OPTIONS;
  const kind = Object.prototype.toString.call(answer);
  if (kind !== OPTIONS) return kind;
  // `{ data: { extra } }`, `{ error }`: what it holds stands elsewhere, or nowhere.
  const names = Reflect.ownKeys(Object(answer));
  const isOther = names.length > 0 && !names.some(isField);
  return isOther ? `{ ${names.map(String).join(", ")} }` : isOpaque(answer) ? "[object]" : kind;
}
