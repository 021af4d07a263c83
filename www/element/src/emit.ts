/** Tells the host of something; gives whether the host let it pass. */
export function emit(panel: EventTarget, type: string, detail: unknown, cancelable = false): boolean {
  return panel.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
}
