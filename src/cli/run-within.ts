import { runInNewContext } from "node:vm";

/**
 * Runs a function for so long at most. Nothing else ends one that never waits; `vm` does, also within a
 * regular expression. https://nodejs.org/api/vm.html#vmruninnewcontextcode-contextobject-options
 *
 * @returns `null` if it took longer
 */
export function runWithin<Result>(milliseconds: number, run: () => Result): Result | null {
  let result: Result | null = null;
  const context = {
    run: () => {
      result = run();
    },
  };
  try {
    runInNewContext("run()", context, { timeout: Math.max(1, Math.round(milliseconds)) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return result;
}

/** It comes from the other context, whose `Error` is not ours. */
function isTimeout(error: unknown): boolean {
  const code = typeof error === "object" && error && "code" in error ? error.code : "";
  return code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
