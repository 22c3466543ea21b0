/** The roles of what has clicks of its own. An attribute may hold several, in any case. */
export const INTERACTIVE_ROLE =
  /(?:^|\s)(?:button|link|checkbox|radio|switch|tab|option|menuitem(?:checkbox|radio)?|combobox|listbox|textbox|searchbox|slider|spinbutton|treeitem)(?:\s|$)/i;
