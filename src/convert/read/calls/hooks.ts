import { isListOfChats } from "../markup/item-address.js";
import type { Context } from "../script/context.js";
import { parseExpression } from "../script/parse-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { mayBeChat } from "../script/start.js";
import { codeValue, STATE, type Value } from "../script/value.js";
import { readProps } from "../script/values/defaulted.js";
import { withoutEmpty } from "../script/values/empty-members.js";
import type { Called } from "./call.js";

/** Functions of the frameworks that return what they are given, or call it. */
const SAME =
  /^(useCallback|memo|forwardRef|observer|defineComponent|(?:use)?(?:[dD]ebounce|[tT]hrottle)(?:d?(?:Callback|Fn))?|use(?:Memoized|Persist)Fn|use(?:Effect|Stable|Latest)?(?:Event|Callback)|action|computed|useMemo|markRaw|shallowRef|ref|reactive|useRef|dynamic|styled|withRouter|useEventCallback|handleSubmit|\$state|\$derived|writable|toRef|useComputed\$)$/;
/** Qwik's, of functions: jQuery's `$("...")` is something else. */
const LAZY = /^(?:component|sync)?\$$/;
const EFFECTS =
  /^(useEffect|useLayoutEffect|onMounted|onMount|componentDidMount|mounted|watchEffect)$/;

/** React's: a state, and what sets it. */
const STATES = /^(?:useState|useReducer)$/;

/** Calls that are given a component's options, the last of their arguments. */
const COMPONENTS = /^(?:Vue|createApp|component|extend|defineComponent)$/;

/** What sets a state, where its own name is out of reach: in another function than the one that has the state. */
export const SETTER = "set";

/** What React's, Vue's and Svelte's own functions stand for. */
export function callHook(called: Called): Value | null {
  const { name, values, context, run } = called;
  const [first] = values;
  const options = values.at(-1);
  if (COMPONENTS.test(name) && options?.kind === "object") {
    if (!run.global.find("export default")) run.global.declare("export default", options);
    if (name === "extend") return options;
  }
  // AngularJS: `["$scope", function ($scope) {}]`
  const made = options?.kind === "list" ? options.items.at(-1) : options;
  if (/^(?:controller|directive)$/.test(name) && made?.kind === "function") {
    run.call(made, [], context);
    return null;
  }
  if (EFFECTS.test(name)) return callEffect(called);
  if (/^use(?:SWR)?Mutation$/.test(name)) return readMutation(values, context, run);
  if (STATES.test(name)) {
    return {
      kind: "list",
      items: [
        first && isListOfChats(first) ? first : STATE,
        codeValue(SETTER, { hidden: [SETTER] }),
      ],
    };
  }
  const props = readProps(name, values, run);
  if (props) return props;
  if (LAZY.test(name)) return first?.kind === "function" ? first : null;
  return SAME.test(name) && first ? readGiven(first, called) : null;
}

/** `useEffect(() => { ... }, [])`, `onMounted(() => { ... })` */
function callEffect({ name, values: [first], context, run }: Called): null {
  const effect = { ...context, isAtLoad: context.trigger === null };
  if (!first) return null;
  // React's runs once the component's markup is there: its refs lead to that, which can say what it says.
  if (/^use/.test(name))
    run.calls.later.push(() => run.call(first, [], { ...effect, reach: context.scope.list() }));
  else run.call(first, [], effect);
  return null;
}

/** What comes back of what is given: `useCallback(open)`, `computed(() => url)`, `ref(null)`. */
function readGiven(first: Value, { name, context, run }: Called): Value | null {
  // Angular's signals are called: `href()`.
  if (name === "computed" && run.language === "angular") return first;
  if (/^(?:computed|useComputed\$|useMemo|\$derived)$/.test(name)) {
    const value = first.kind === "function" ? run.call(first, [], context) : first;
    return name.includes("omputed") ? box(value) : known(value);
  }
  if (/^(ref|shallowRef|useRef)$/.test(name)) {
    const isKnown = first.kind === "text" ? first.text !== "" : isListOfChats(first);
    return isKnown ? box(first) : null;
  }
  const isWrapped = first.kind === "code" && first.keys !== undefined;
  return isWrapped || first.kind === "function" || first.kind === "object"
    ? withoutEmpty(first)
    : known(first);
}

/** TanStack's mutation: what is done with the answer, once it is asked for. */
function readMutation(values: readonly Value[], context: Context, run: Run): Value | null {
  const options = values.find((one) => one.kind === "object");
  const entries = options?.kind === "object" ? options.entries : new Map<string, Value>();
  const asks = entries.get("mutationFn") ?? values.find(({ kind }) => kind === "function");
  if (!asks) return null;
  const inner = new Scope(context.scope);
  inner.declare("ask", asks);
  inner.declare("use", entries.get("onSuccess") ?? null);
  const read = (code: string) => {
    const text = `(${code})`;
    const made = parseExpression(text);
    const inside = { ...context, scope: inner, script: { text, offset: -1 } };
    return made && run.evaluate(made, inside);
  };
  const mutate = read(
    entries.has("onSuccess") ? "async (a) => use(await ask(a))" : "(a) => ask(a)",
  );
  const mutateAsync = read("(a) => ask(a)");
  if (!mutate || !mutateAsync) return null;
  return { kind: "object", entries: new Map(Object.entries({ mutate, mutateAsync })) };
}

/** Vue's refs have their value in `.value`. */
function box(value: Value): Value | null {
  const inner = known(value);
  return inner ? { kind: "object", entries: new Map([["value", inner]]) } : null;
}

function known(value: Value): Value | null {
  return value.kind === "code" && !mayBeChat(value) ? null : value;
}
