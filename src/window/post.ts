import type { ChatRequest } from "../request/request.js";

const VIOLATION = "securitypolicyviolation";

/** Waits for a policy of the page to refuse the last POST. */
let onViolation: (event: SecurityPolicyViolationEvent) => void;

/**
 * Sends a request by POST through a hidden form, which is gone afterwards.
 *
 * @param target the name of the window that takes the answer
 * @param goByGet called where the page's `form-action` refuses the form, at once or later
 */
export function submitForm(request: ChatRequest, target: string, goByGet: () => void): void {
  const form = document.createElement("form");
  form.action = request.url;
  form.method = "post";
  form.target = target;
  form.acceptCharset = "UTF-8";
  for (const [name, value] of Object.entries(request.fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  forgetForm();
  // Reported within 140 ms; for a redirect that the policy refuses, when the endpoint has answered.
  onViolation = (event) => {
    if (
      event.effectiveDirective === "form-action" &&
      event.disposition !== "report" &&
      request.url.startsWith(event.blockedURI)
    ) {
      forgetForm();
      goByGet();
    }
  };
  document.addEventListener(VIOLATION, onViolation);
  document.documentElement.append(form);
  try {
    form.submit();
  } catch {
    // Firefox throws where form-action refuses, and fires the event too; the others only fire it.
  }
  form.remove();
}

/**
 * Whether this is a sandboxed frame, or one of another site, which may be: without `allow-forms` a form
 * sends nothing and says nothing, with it WebKit drops the form's request once the window's opener is cut.
 */
export function isSandboxed(): boolean {
  const frame = window.frameElement;
  return frame ? frame.hasAttribute("sandbox") : window !== top;
}

/** Stops waiting for a refusal; part of `stop()`. */
export function forgetForm(): void {
  document.removeEventListener(VIOLATION, onViolation);
}
