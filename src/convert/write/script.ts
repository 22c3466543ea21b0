import type { Facts } from "../read/read.js";
import type { Language } from "../read/script/run.js";
import { type Computed, writeListener } from "./computed.js";
import { escapeScript } from "./escape.js";
import { isSolid, type Ref } from "./ref.js";

/** What a component that is an object or a class calls when it comes and goes. */
const HOOKS = {
  jsx: ["componentDidMount", "componentWillUnmount", ""],
  vue: ["mounted", "beforeUnmount", ","],
  angular: ["ngOnInit", "ngOnDestroy", ""],
  lit: ["connectedCallback", "disconnectedCallback", ""],
} as const;

/** What only Vue 2 has, and Nuxt 2: there, what goes is called `beforeDestroy`. */
const VUE_2 =
  /\bnew Vue\(|\bVue\.(?:use|filter|component|extend)\(|\bbeforeDestroy\b|\sslot(?:-scope)?="|\.sync="|="\{ on(?:, attrs)? \}"|\bthis\.\$(?:set|listeners|scopedSlots|axios)\b/;

/** Where the script of a button belongs: behind it, into its component, or above the component's `return`. */
export function findPlace(language: Language, script: string): "beside" | "inside" | "hook" {
  if (/^(?:useEffect|onMount)\(/m.test(script)) return "hook";
  return language === "html" || language === "thymeleaf" ? "beside" : "inside";
}

/**
 * What has to stand beside the button, as its language has it.
 *
 * @param isOther the condition under which a click is another button's
 * @param isInClass the component is a class, which has no hooks of React's
 * @param ref by which a function component finds its button, if it does
 */
export function writeScript(
  computed: Computed[],
  isOther: string,
  { language, source }: Facts,
  isInClass: boolean,
  ref: Ref | null,
): string {
  const listener = writeListener(computed, isOther);
  if (language === "html" || language === "thymeleaf") {
    return `<script>\n${escapeScript(listener).replace(/^/gm, "  ")}\n</script>\n`;
  }
  // `this` is the component's own.
  const isOwn = isInClass || computed.some(({ code }) => /\bthis\b/.test(code));
  if (language === "svelte" || (language !== "jsx" && !isOwn)) return `${listener}\n`;
  const name = isOwn ? "this.fillChat" : "fill";
  const lines = listener
    .replace(
      'document.addEventListener("kakao-chat:before", function (event) {',
      `${isOwn ? "" : "const "}${name} = (event) => {`,
    )
    .replace(/\}\);$/, "};")
    // What a listener is called for is the document.
    .replace(/\bevent\.currentTarget\b/g, "event.target")
    .replace("(async function () {", "(async () => {")
    .split("\n");
  lines.push(`document.addEventListener("kakao-chat:before", ${name});`);
  const remove = `document.removeEventListener("kakao-chat:before", ${name});`;
  if (!isOwn) return writeHook(lines, remove, isSolid(source), ref);
  const [comes, ends, comma] = HOOKS[language];
  const goes = language === "vue" && VUE_2.test(source) ? "beforeDestroy" : ends;
  // A custom element has these of its own.
  const own = (name: string) => (language === "lit" ? [`super.${name}();`] : []);
  const coming = indent([...own(comes), ...lines]);
  const going = indent([...own(goes), remove]);
  return `${comes}() {\n${coming}\n}${comma}\n\n${goes}() {\n${going}\n}${comma}\n`;
}

function writeHook(lines: string[], remove: string, isOfSolid: boolean, ref: Ref | null): string {
  const made = ref ? `${ref.made}\n` : "";
  const [hook, last] = isOfSolid
    ? ["onMount", `onCleanup(() => ${remove.slice(0, -1)});`]
    : ["useEffect", `return () => ${remove}`];
  return `${made}${hook}(() => {\n${indent([...lines, last])}\n});\n`;
}

function indent(lines: string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
