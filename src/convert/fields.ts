import { PARAMETERS, type ParameterName, type ParameterOption } from "../kakao.js";
import { toMark } from "../options/fields.js";

/** What a chat can be told by an old button. */
export const FIELDS = PARAMETERS.map(([, name]) => name);
export type Field = ParameterName;

/** The option that it is. */
export function optionOf(field: Field): ParameterOption {
  return PARAMETERS[FIELDS.indexOf(field)]?.[0] ?? "uuid";
}

/** The attribute that says it. */
export function markOf(field: Field): string {
  return toMark(optionOf(field));
}
