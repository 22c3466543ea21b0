/** What it costs the main thread that a script is there: compiling and executing it. */

import { buildFrame, buildPage } from "../pages.mjs";
import { readScript, SCRIPT_IDS, SCRIPTS } from "../peers.mjs";

/** @typedef {import("../peers.mjs").ScriptId} ScriptId */

/**
 * Each sample is a document of its own, with a context of its own, at the moment when a `defer` tag
 * would run. The script is in the document itself, so that all of its compiling is on the main thread:
 * files from 30 kB on Chromium compiles on another one, which costs the visitor's battery the same.
 * A comment makes each text a new one, or V8 would remember the last. What the first script of a
 * document costs, whichever it is, has been paid before.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<ScriptId, number[]>>} microseconds of the thread, by the browser's trace
 */
export async function measureEvaluation(lab, rounds) {
  await lab.visit(buildPage("", ""), { "/frame": buildFrame() });
  const texts = SCRIPT_IDS.map((id) => {
    const { stub = "" } = /** @type {import("../peers.mjs").Script} */ (SCRIPTS[id]);
    return /** @type {const} */ ([id, stub + readScript(id)]);
  });
  const events = await lab.trace(() => lab.page.evaluate(runAll, { texts, rounds }));
  const samples = /** @type {Record<ScriptId, number[]>} */ (
    Object.fromEntries(SCRIPT_IDS.map((id) => [id, Array(rounds).fill(0)]))
  );
  const urls = new Map(
    events
      .filter(({ name }) => name === "CommitLoad")
      .map(({ args }) => [args.data?.frame, args.data?.url]),
  );
  for (const { name, args, tdur = 0 } of events) {
    if (name !== "EvaluateScript") continue;
    const [, id, round] = /\/frame\?([\w-]+)&(\d+)$/.exec(urls.get(args.data?.frame) ?? "") ?? [];
    const times = samples[/** @type {ScriptId} */ (id)];
    if (times) times[Number(round)] = tdur;
  }
  return samples;
}

/**
 * In the page.
 *
 * @param {{ texts: (readonly [id: string, text: string])[], rounds: number }} given
 */
async function runAll({ texts, rounds }) {
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < texts.length; turn++) {
      const [id, text] = texts[(round + turn) % texts.length] ?? ["", ""];
      const frame = document.createElement("iframe");
      await new Promise((resolve) => {
        Object.assign(window, { takeText: () => `//${id} ${round}\n${text}`, goOn: resolve });
        frame.src = `/frame?${id}&${round}`;
        document.body.append(frame);
      });
      frame.remove();
    }
  }
}
