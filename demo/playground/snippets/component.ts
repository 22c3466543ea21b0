import { formatMarkup, type Markup } from "./markup.js";

function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A component for React and Next, with its style sheet beside it. */
export function buildReact(markup: Markup): string {
  const attributes = markup.attributes.map(([name, value]): [string, string] => [
    name === "class" ? "className" : name,
    value,
  ]);
  // JSX takes the references of HTML, but a bare attribute for `true`, and a brace for code.
  const button = formatMarkup({ ...markup, attributes }, '=""').replace(
    />([^<]*)</,
    (_, text) => `>${text.replace(/[{}]/g, (brace: string) => `{"${brace}"}`)}<`,
  );
  return `"use client";

import { useEffect } from "react";
import { start } from "kakao-chat-button";
import "./kakao-chat-button.css";

export function KakaoChatButton() {
  useEffect(start, []);
  return (
${indent(button, "    ")}
  );
}
`;
}

/** A component for Vue and Nuxt. */
export function buildVue(markup: Markup, css: string): string {
  // `{{` in a template's text is Vue's own; in a plain attribute it is not.
  const button = formatMarkup(markup).replace(/>([^<]*)</, (all) =>
    all.replace(/\{\{/g, "&#123;{"),
  );
  return `<script setup>
import { onMounted } from "vue";
import { start } from "kakao-chat-button";

onMounted(start);
</script>

<template>
${indent(button, "  ")}
</template>

<style>
${css}
</style>
`;
}
