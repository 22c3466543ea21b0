import type { Facts } from "../read/read.js";
import type { Language } from "../read/script/run.js";
import type { OwnEvent } from "./element/own-event.js";
import { isSolid, type Ref } from "./element/ref.js";
import { escapeScript } from "./escape.js";
import { writeListener } from "./values/computed.js";
import { isVue2 } from "./vue-2.js";

/** What a component that is an object or a class calls when it comes and goes. */
const HOOKS = {
  jsx: ["componentDidMount", "componentWillUnmount", ""],
  vue: ["mounted", "beforeUnmount", ","],
  angular: ["ngOnInit", "ngOnDestroy", ""],
  lit: ["connectedCallback", "disconnectedCallback", ""],
} as const;

/** The name of a component's function that fills values in. */
export const FILL = "fillChat";

/** Where the script of a button belongs: behind it, into its component or that's methods, or above its `return`. */
export function findPlace(
  language: Language,
  script: string,
): "beside" | "inside" | "methods" | "class" | "hook" {
  if (script.startsWith("<script>")) return "beside";
  if (script.startsWith(FILL)) return language === "angular" ? "class" : "methods";
  if (/^(?:useEffect|onMount)\(/m.test(script)) return "hook";
  return "inside";
}

/** What a component's button calls itself, so that it is for that button alone, however many there are. */
export function writeFunction(filling: readonly string[], own: OwnEvent): string {
  const { name, kind, call, clicked } = own;
  const lines = filling.map(withArrow);
  const [open, close] = {
    function: [`function ${name}(event) {`, "}"],
    method: [`${name}(event) {`, "},"],
    class: [`${name}(${call?.parameters}): void {\n  if (${call?.isOther}) return;`, "}"],
  }[kind];
  const member = clicked ? [`${clicked}: EventTarget | null = null;`] : [];
  return `${[open, ...lines, close, ...member].join("\n")}\n`;
}

/** In a component, `this` is what it is around the code that waits. */
function withArrow(code: string): string {
  return code.replace("(async function () {", "(async () => {");
}

/**
 * What has to stand beside the button, as its language has it.
 *
 * @param filling the lines of the listener
 * @param isOther the condition under which a click is another button's
 * @param isInClass the component is a class, which has no hooks of React's
 * @param ref by which a function component finds its button, if it does
 */
export function writeScript(
  filling: readonly string[],
  isOther: string,
  { language, source, isAstro }: Facts,
  isInClass: boolean,
  ref: Ref | null,
): string {
  if (language === "html" || language === "thymeleaf" || isAstro) {
    const listener = writeListener(filling, isOther);
    return `<script>\n${escapeScript(listener).replace(/^/gm, "  ")}\n</script>\n`;
  }
  // `this` is the component's own.
  const isOwn = isInClass || filling.some((code) => /\bthis\b/.test(code));
  if (language === "svelte" || (language !== "jsx" && !isOwn))
    return `${writeListener(filling, isOther)}\n`;
  const name = isOwn ? `this.${FILL}` : "fill";
  const head = `${isOwn ? "" : "const "}${name} = (event) => {`;
  const lines = withArrow(writeListener(filling, isOther, { head, end: "};" }))
    // What a listener is called for is the document.
    .replace(/\bevent\.currentTarget\b/g, "event.target")
    .split("\n");
  lines.push(`document.addEventListener("kakao-chat:before", ${name});`);
  const remove = `document.removeEventListener("kakao-chat:before", ${name});`;
  if (!isOwn) return writeHook(lines, remove, isSolid(source), ref);
  const [comes, ends, comma] = HOOKS[language];
  const goes = language === "vue" && isVue2(source) ? "beforeDestroy" : ends;
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
