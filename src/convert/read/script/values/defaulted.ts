import type { Run } from "../run.js";
import type { Scope } from "../scope.js";
import { KAKAO } from "../start.js";
import { type FunctionValue, plainCode, type Value } from "../value.js";

/**
 * What has an address of Kakao's unless whoever uses the component says another; `null` if it has no such address.
 *
 * @param name by which the component's own code has it
 */
export function orDefault(name: string, value: Value | null | undefined): Value | null {
  if (value?.kind !== "text" || !KAKAO.test(value.text)) return null;
  const defaulted = `${name} = ${JSON.stringify(value.text)}`;
  return { kind: "code", code: plainCode(name), choices: [value], defaulted };
}

/** React's `Talk.defaultProps = { url: "..." }`, of a component whose names are not told otherwise. */
export function declareDefaults({ members, node }: FunctionValue, own: Scope): void {
  const defaults = members?.get("defaultProps");
  const [props] = node.params;
  if (defaults?.kind !== "object" || !props) return;
  if (props.type === "Identifier") {
    const told = listDefaults(defaults, props.name);
    if (told.size > 0)
      own.declare(props.name, {
        kind: "object",
        entries: told,
        isOpen: true,
        code: plainCode(props.name),
      });
    return;
  }
  for (const [name, binding] of own.bindings)
    binding.value ??= orDefault(name, defaults.entries.get(name));
}

/** The members of a component's props that have such an address. */
function listDefaults(
  { entries }: Extract<Value, { kind: "object" }>,
  props: string,
): Map<string, Value> {
  return new Map(
    [...entries].flatMap(([name, value]): [string, Value][] => {
      const one = orDefault(`${props}.${name}`, value);
      return one ? [[name, one]] : [];
    }),
  );
}

/** Vue's `{ url: { type: String, default: "..." } }`: the default of one of a component's props. */
export function findPropDefault(option: Value | undefined): Value | undefined {
  return option?.kind === "object" ? option.entries.get("default") : undefined;
}

/** `defineProps({ ... })`, and `withDefaults(defineProps(), { ... })`: what they give, if an address is among it. */
export function readProps(name: string, values: readonly Value[], run: Run): Value | null {
  if (run.language !== "vue" || !/^(?:defineProps|withDefaults)$/.test(name)) return null;
  const options = values.at(-1);
  if (options?.kind !== "object") return null;
  const defaults = new Map(
    [...options.entries].flatMap(([key, one]): [string, Value][] => {
      const value = name === "withDefaults" ? one : findPropDefault(one);
      return value ? [[key, value]] : [];
    }),
  );
  const entries = listDefaults({ kind: "object", entries: defaults }, "props");
  return entries.size > 0
    ? { kind: "object", entries, isOpen: true, code: plainCode("props") }
    : null;
}
