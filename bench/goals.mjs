/** What the bench asks of the script, and by which samples it is judged. */

import { findRatios, summarize } from "./statistics.mjs";

/**
 * @typedef {object} Samples all that a run measures, by scenario
 * @property {Record<import("./peers.mjs").ScriptId, number>} bytes
 * @property {Record<import("./peers.mjs").ScriptId, number[]>} evaluation
 * @property {Record<"marked" | "unmarked" | "check" | "query", number[]>} start
 * @property {Record<"ours" | "none", number[]>} removals
 * @property {Record<"ours" | "oursOpen" | "inline" | "inlineOpen", number[]>} click
 * @property {Record<"ours" | "none", number[]>} strayClick
 * @property {Record<"ours" | "none" | "empty", number[]>} dispatch
 * @property {Record<"ours" | "none", number[]>} pointerMove
 * @property {number[]} memory
 * @property {number[]} idle
 */

/** @typedef {"en" | "ko"} Language */

/**
 * @typedef {object} Goal
 * @property {number} limit the median's upper limit
 * @property {Record<Language, string>} title
 * @property {(samples: Samples) => number[]} find
 * @property {Record<Language, string>} [reason] why it is missed, where it is. Mind that it stays
 *   true: nothing checks it but the reader.
 */

/** @type {readonly Goal[]} */
export const GOALS = [
  {
    limit: 0.35,
    title: { en: "Bytes (brotli) / Typeform's", ko: "바이트(brotli) / Typeform" },
    find: ({ bytes }) => [bytes["kakao-chat"] / bytes.typeform],
    reason: {
      en: "the one file also checks every value, says in words what is wrong, and looks for personal data",
      ko: "모든 값의 검사, 문제를 설명하는 문구, 개인정보 검사가 파일 하나에 들어 있음",
    },
  },
  {
    limit: 0.19,
    title: { en: "Bytes (brotli) / the Kakao SDK's (v1)", ko: "바이트(brotli) / 카카오 SDK(v1)" },
    find: ({ bytes }) => [bytes["kakao-chat"] / bytes.kakao],
    reason: {
      en: "the one file also checks every value, says in words what is wrong, and looks for personal data",
      ko: "모든 값의 검사, 문제를 설명하는 문구, 개인정보 검사가 파일 하나에 들어 있음",
    },
  },
  {
    limit: 0.12,
    title: { en: "Compile and execute / Typeform's", ko: "컴파일과 실행 / Typeform" },
    find: ({ evaluation }) => findRatios(evaluation["kakao-chat"], evaluation.typeform),
    reason: {
      en: "over half of it is V8 reading the file once, so it goes by the file's length",
      ko: "절반 이상이 V8이 파일을 한 번 훑는 시간이어서 파일 길이에 비례함",
    },
  },
  {
    limit: 2.8,
    title: { en: "Compile and execute / mitt's", ko: "컴파일과 실행 / mitt" },
    find: ({ evaluation }) => findRatios(evaluation["kakao-chat"], evaluation.mitt),
    reason: {
      en: "over half of it is V8 reading the file once, so it goes by the file's length",
      ko: "절반 이상이 V8이 파일을 한 번 훑는 시간이어서 파일 길이에 비례함",
    },
  },
  {
    limit: 1.15,
    title: {
      en: "Start with 10,000 buttons among 50,000 nodes / with none",
      ko: "노드 50,000개 중 버튼 10,000개일 때의 시작 / 버튼이 없을 때",
    },
    find: ({ start }) => findRatios(start.marked, start.unmarked),
  },
  {
    limit: 3,
    title: {
      en: "Check of that page's buttons at load / a bare `querySelectorAll`",
      ko: "같은 페이지를 열 때의 버튼 검사 / `querySelectorAll` 한 번",
    },
    find: ({ start }) => findRatios(start.check, start.query),
    reason: {
      en: "the first 48 buttons' values are read and checked, by code that runs for the first time, so that what is wrong is in the console at load",
      ko: "잘못된 설정을 페이지를 열 때 콘솔에 알리려고 버튼 48개의 값을 읽어 검사하며, 이때 코드가 처음 실행됨",
    },
  },
  {
    limit: 1.05,
    title: {
      en: "Removing 10,000 buttons one by one / without the script",
      ko: "버튼 10,000개를 하나씩 제거 / 스크립트가 없을 때",
    },
    find: ({ removals }) => findRatios(removals.ours, removals.none),
  },
  {
    limit: 0.02,
    title: {
      en: "From the click to `window.open` / `window.open` itself",
      ko: "클릭에서 `window.open` 호출까지 / `window.open` 자체",
    },
    find: ({ click }) => findRatios(click.ours, click.oursOpen),
  },
  {
    limit: 2,
    title: {
      en: "A click elsewhere / without the script",
      ko: "다른 곳의 클릭 / 스크립트가 없을 때",
    },
    find: ({ strayClick }) => findRatios(strayClick.ours, strayClick.none),
  },
  {
    limit: 1.1,
    title: { en: "A mouse move / without the script", ko: "마우스 이동 / 스크립트가 없을 때" },
    find: ({ pointerMove }) => findRatios(pointerMove.ours, pointerMove.none),
    reason: {
      en: "the page is searched for new buttons, at most ten times a second",
      ko: "새로 생긴 버튼을 1초에 많아야 열 번 찾음",
    },
  },
  {
    limit: 100,
    title: {
      en: "Memory added by 10,000 buttons (KiB)",
      ko: "버튼 10,000개가 더하는 메모리(KiB)",
    },
    find: ({ memory }) => memory,
    reason: {
      en: "the first 48 buttons get a `title`, and are remembered as seen",
      ko: "처음 48개의 버튼에 `title`을 붙이고, 확인한 버튼으로 기억해 둠",
    },
  },
  {
    limit: 0,
    title: {
      en: "Script time in 5 s without input (µs)",
      ko: "입력 없이 5초 동안의 스크립트 시간(µs)",
    },
    find: ({ idle }) => idle,
  },
];

/**
 * @typedef {Goal & { summary: import("./statistics.mjs").Summary, isMet: boolean }} Result
 */

/**
 * Each goal with what came out.
 *
 * @param {Samples} samples
 * @returns {Result[]}
 */
export function judge(samples) {
  return GOALS.map((goal) => {
    const summary = summarize(goal.find(samples));
    return { ...goal, summary, isMet: summary.median <= goal.limit };
  });
}
