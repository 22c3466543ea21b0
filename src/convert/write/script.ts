import type { OldElement } from "../read/markup/element.js";
import type { Facts } from "../read/read.js";
import type { OwnEvent } from "./element/own-event.js";
import { isSolid, type Ref } from "./element/ref.js";
import { escapeScript } from "./escape.js";
import { writeInlined } from "./thymeleaf.js";
import { writeListener } from "./values/computed.js";
import { isTypeScript, listeningIn } from "./values/typed.js";
import { withoutTypes } from "./values/without-types.js";
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

/**
 * Where the script of a button belongs: behind it, or somewhere in the page, if a script makes the button of a text, in which
 * no script runs; into its component's script, into what that returns its names from, its methods or its class; or above
 * the `return` of its function.
 */
export type ScriptPlace = "beside" | "page" | "inside" | "setup" | "methods" | "class" | "hook";

export interface PlacedScript {
  /** What fills values in at the click; `""` if nothing does. */
  script: string;
  /** Where it belongs. */
  place: ScriptPlace;
}

/** What a script has to import: the hooks of a function component. */
export function listHooks({ script, place }: PlacedScript): string[] {
  const hooks = ["useRef", "useEffect", "onMount", "onCleanup"];
  return place === "hook" ? hooks.filter((name) => script.includes(`${name}(`)) : [];
}

/** A button that needs none. */
export const NO_SCRIPT: PlacedScript = { script: "", place: "beside" };

/** The script of a button, which runs nowhere in a text that another script makes an element of. */
export function placeScript(placed: PlacedScript, trigger: OldElement | null): PlacedScript {
  const isMade = placed.place === "beside" && trigger?.origin === "script";
  return isMade ? { ...placed, place: "page" } : placed;
}

/** What a component's button calls itself, so that it is for that button alone, however many there are. */
export function writeFunction(
  filling: readonly string[],
  own: OwnEvent,
  facts: Facts,
): PlacedScript {
  const { name, place, given, isOther, clicked } = own;
  const { parameter } = listeningIn(facts);
  const type = isTypeScript(facts) ? ": any" : "";
  const lines = filling.map(withArrow);
  const parameters = [parameter, ...given.map((one) => one + type)].join(", ");
  const [open, close] = {
    inside: [`function ${name}(${parameters}) {`, "}"],
    setup: [`function ${name}(${parameters}) {`, "}"],
    methods: [`${name}(${parameters}) {`, "},"],
    class: [`${name}(${writeOfClass(given)}): void {\n  if (${isOther}) return;`, "}"],
  }[place];
  const { button, values, given: kept = [] } = clicked ?? {};
  const known = kept.length > 0 ? [`  const [${kept.join(", ")}] = this.${values};`] : [];
  const members = [
    ...(button ? [`${button}: EventTarget | null = null;`] : []),
    ...(known.length > 0 ? [`${values}: any[] = [];`] : []),
  ];
  return { script: `${[open, ...known, ...lines, close, ...members].join("\n")}\n`, place };
}

/** What the function of Angular's class is called with. */
function writeOfClass(given: readonly string[]): string {
  const typeOf = (name: string) => (name === "button" ? "Element" : "any");
  return ["event", ...given].map((name) => `${name}: ${typeOf(name)}`).join(", ");
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
 * @param once the name by which a page knows that the script runs already, if it may stand there many times
 */
export function writeScript(
  filling: readonly string[],
  isOther: string,
  facts: Facts,
  isInClass: boolean,
  ref: Ref | null,
  once = "",
): PlacedScript {
  const { language, isAstro } = facts;
  if (language === "html" || language === "thymeleaf" || isAstro) {
    const listener = withoutTypes(writeListener(filling, isOther));
    const { code: filled, attribute } =
      language === "thymeleaf"
        ? writeInlined(listener, facts.source, facts.pieces)
        : { code: listener, attribute: "" };
    const code = once ? runOnce(filled, once) : filled;
    const script = `<script${attribute}>\n${escapeScript(code).replace(/^/gm, "  ")}\n</script>\n`;
    return { script, place: "beside" };
  }
  // `this` is the component's own.
  const isOwn = isInClass || filling.some((code) => /\bthis\b/.test(code));
  if (language === "svelte" || (language !== "jsx" && !isOwn))
    return writeInside(filling, isOther, facts);
  const listening = writeListening(filling, isOther, isOwn, facts);
  return isOwn
    ? writeLifecycle(listening, language, facts)
    : { script: writeHook(listening, isSolid(facts.source), ref), place: "hook" };
}

/** A listener for as long as the page is there, in the component's own script. */
function writeInside(filling: readonly string[], isOther: string, facts: Facts): PlacedScript {
  const { parameter, cast } = listeningIn(facts);
  const start = 'document.addEventListener("kakao-chat:before", (';
  const frame = cast ? { head: `${start}(${parameter}) => {`, end: `})${cast});` } : undefined;
  const listener = writeListener(filling.map(withArrow), isOther, frame);
  return { script: `${listener}\n`, place: "inside" };
}

/** A listener that comes and goes with its component. */
interface Attached {
  /** What declares it. */
  lines: string[];
  add: string;
  remove: string;
  cast: string;
}

/** @param isOwn it is a member of the component's object */
function writeListening(
  filling: readonly string[],
  isOther: string,
  isOwn: boolean,
  facts: Facts,
): Attached {
  const { parameter, cast } = listeningIn(facts);
  const name = isOwn ? `this.${FILL}` : "fill";
  const head = `${isOwn ? "" : "const "}${name} = (${parameter}) => {`;
  const lines = withArrow(writeListener(filling, isOther, { head, end: "};" }))
    // What a listener is called for is the document.
    .replace(/\bevent\.currentTarget\b/g, "event.target")
    .split("\n");
  const listens = `EventListener("kakao-chat:before", ${name}${cast});`;
  return { lines, add: `document.add${listens}`, remove: `document.remove${listens}`, cast };
}

/** The functions that a component's object or class has for its coming and going. */
function writeLifecycle(
  { lines, add, remove, cast }: Attached,
  language: keyof typeof HOOKS,
  facts: Facts,
): PlacedScript {
  const [comes, ends, comma] = HOOKS[language];
  const goes = isVue2(facts) ? "beforeDestroy" : ends;
  // A custom element has these of its own.
  const own = (name: string) => (language === "lit" ? [`super.${name}();`] : []);
  // TypeScript knows no member that is not declared.
  const member = cast ? `${lines.join("\n").replace("this.", "")}\n\n` : "";
  const coming = indent([...own(comes), ...(member ? [] : lines), add]);
  const going = indent([...own(goes), remove]);
  return {
    script: `${member}${comes}() {\n${coming}\n}${comma}\n\n${goes}() {\n${going}\n}${comma}\n`,
    place: language === "vue" ? "inside" : "class",
  };
}

function runOnce(code: string, name: string): string {
  const lines = [`window.${name} = true;`, ...code.split("\n")];
  return `if (!window.${name}) {\n${indent(lines)}\n}`;
}

function writeHook({ lines, add, remove }: Attached, isOfSolid: boolean, ref: Ref | null): string {
  const made = ref ? `${ref.made}\n` : "";
  const [hook, last] = isOfSolid
    ? ["onMount", `onCleanup(() => ${remove.slice(0, -1)});`]
    : ["useEffect", `return () => ${remove}`];
  return `${made}${hook}(() => {\n${indent([...lines, add, last])}\n});\n`;
}

function indent(lines: string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
