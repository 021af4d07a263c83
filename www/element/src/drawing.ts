import { render, type TemplateResult } from "lit/html.js";

/**
 * An element that is drawn anew, once for all that changed, whenever something did. Lit's own element does much that a panel
 * has no use for, in four times the bytes; what draws the templates is Lit's.
 */
export abstract class Drawing extends HTMLElement {
  /** What is drawn stands here, apart from the styles of the page. */
  readonly renderRoot = this.attachShadow({ mode: "open" });
  /** Fulfilled when what was last asked for is drawn. */
  updateComplete: Promise<void> = Promise.resolve();

  readonly #values = new Map<string, unknown>();
  /** What a host set before the element was defined: it stood in front of what takes it, and goes before attributes. */
  readonly #early: [string, unknown][] = [];
  #changed = new Set<string>();
  #isReady = false;
  #isPending = false;

  /** Gives a class properties that draw it anew, each with the attribute of its name. */
  static observe(of: typeof Drawing, names: readonly string[]): void {
    for (const name of names) {
      Object.defineProperty(of.prototype, name, {
        configurable: true,
        get(this: Drawing) {
          return this.#values.get(name);
        },
        set(this: Drawing, value: unknown) {
          if (this.#values.get(name) === value) return;
          this.#values.set(name, value);
          this.#changed.add(name);
          this.requestUpdate();
        },
      });
    }
  }

  constructor() {
    super();
    for (const [name, value] of Object.entries(this)) {
      if (name in new.target.prototype && Reflect.deleteProperty(this, name)) this.#early.push([name, value]);
    }
  }

  connectedCallback(): void {
    if (this.#isReady) return;
    for (const [name, value] of this.#early) Reflect.set(this, name, value);
    this.#isReady = true;
    this.requestUpdate();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    Reflect.set(this, name, value ?? undefined);
  }

  /** Has it drawn anew as soon as what happens now is over; while it is not in a page, once it is. */
  requestUpdate(): void {
    if (!this.#isReady || this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      try {
        this.willUpdate(changed);
        render(this.render(), this.renderRoot);
      } finally {
        this.#isPending = false;
      }
      this.updated();
    });
  }

  /** What is to be done before it is drawn; the names of properties that were set since it last was. */
  protected abstract willUpdate(changed: ReadonlySet<string>): void;
  protected abstract render(): TemplateResult;
  /** What is to be done once it is drawn. */
  protected abstract updated(): void;
}
