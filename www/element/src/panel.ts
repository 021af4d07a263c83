import { html, nothing, type TemplateResult } from "lit/html.js";
import { type Changes, changes } from "./changes.js";
import { Drawing } from "./drawing.js";
import { emit } from "./emit.js";
import { plain } from "./entry.js";
import { icon } from "./icon.js";
import { Phrases, textOf } from "./phrases.js";
import { bytesOf, messageOf } from "./module.js";
import { load, LoadError, type Program } from "./program.js";
import { stations } from "./stations.js";
import { baseOf, fetchStrings, forgetFailures, learn, Strings } from "./strings.js";
import { styles } from "./styles.js";
import type { Texts } from "./texts.js";
import type { Translation } from "./translation.js";
import type { Action, Case, FactInfo, Given, Info, Outcome, Plan, Value } from "./types.js";
import { Values } from "./values.js";
import { type Commands, type Context, factOf, type Outlook } from "./view/context.js";
import { known } from "./view/known.js";
import { type Absence, lack, LASTING, notice } from "./view/notice.js";
import { path } from "./view/path.js";
import { isAnswered, question } from "./view/question.js";
import { warnings } from "./view/warnings.js";

/** What a plan is made by: a {@link Program}, or what answers like one. */
export interface Recommender extends Pick<Program, "info" | "recommend" | "explain"> {
  /** What a `Proofs` says of answers and steps, perhaps from elsewhere; the panel offers it where it is known. */
  proofs?: Foreteller;
}

/** What says what answers would change, and which questions matter for a step. */
export interface Foreteller {
  outcomes(of: Case, fact: string): Outcome[] | Promise<Outcome[]>;
  nextQuestions(of: Case, step: string): string[] | Promise<string[]>;
}

/** Where inserted words go: the id of a text field in the same document or shadow root, the field, or a function. */
export type Reply = string | HTMLTextAreaElement | HTMLInputElement | ((text: string) => void);

/** The details of `amends-insert`. */
export interface Insertion {
  action: string;
  message: string;
  /** Which wording, from 0. */
  variant: number;
  /** Whether it is a wording to be said aloud. */
  spoken: boolean;
  text: string;
  /** BCP 47, of the text. */
  language: string;
}

/** Names of a case that are no facts. */
type Frame = Pick<Case, "now" | "role" | "declined">;

/** The properties that are attributes too. */
const PROPERTIES = ["program", "wasm", "phrases", "texts", "evidence", "reply"];

/** What is no file of words: a page, JSON, or nothing. */
const OTHER_THAN_WORDS = /^\s*([<{[]|$)/;

/** With more questions open than these, it is not looked for what a sum depends on. */
const MUCH = 12;

/** From this width on what is known stands open, since nothing stands below it. In CSS pixels. */
const WIDE = 720;

/**
 * The recovery plan of one complaint: asks what is worth asking, shows what to do next, in which words and why.
 *
 * @element amends-panel
 *
 * @attr {string} program - Address of the compiled rules
 * @attr {string} wasm - Address of the WebAssembly module, if not beside the script; `proofs_bg.wasm`, which says what answers
 *   would change and is fetched when somebody asks that, is looked for beside it
 * @attr {string} phrases - Address of the words to say, a Fluent file whose name is the customer's language, such as `en.ftl`
 * @attr {string} texts - Address of the rules' titles, questions and reasons in the interface's language, a file of the same
 *   kind; it may be left out where `phrases` is in that language, or the rules are
 * @attr {string} evidence - Address of the sources that the rules stand on, which are fetched when somebody asks why
 * @attr {string} reply - Id of the text field that takes inserted words
 * @attr {string} lang - Language of the interface, numbers and dates; else that of the nearest ancestor
 * @attr {"comfortable"|"compact"} density - How much space there is between things
 *
 * @fires amends-plan - The plan was made anew; `detail.plan` has it
 * @fires amends-fact-change - Somebody gave, changed or took back a fact; `detail` has `fact`, `value` and the `case`
 * @fires amends-done-change - Somebody ticked an action; `detail.done` lists all that are ticked
 * @fires amends-insert - Words are about to go into the reply; cancel it to put them there yourself
 * @fires amends-error - Something failed; `detail` has `code` and `message`
 *
 * @csspart question - The question that comes next
 * @csspart answer - One of its answers
 * @csspart button - The button that goes on
 * @csspart facts - What is known
 * @csspart plan - The path of the plan
 * @csspart step - A station of the path
 * @csspart action - An action of a step
 * @csspart words - What to say
 * @csspart why - Reasons
 * @csspart compensation - The sum to give
 * @csspart avoid - What not to do
 * @csspart conflicts - Where rules are at odds
 * @csspart notice - Why there is no plan
 *
 * @cssprop --amends-surface - The ground that everything stands on
 * @cssprop --amends-raised - The ground of the question
 * @cssprop --amends-ink - Text
 * @cssprop --amends-quiet - Text that is less important
 * @cssprop --amends-line - Lines between things
 * @cssprop --amends-control - The outline of controls
 * @cssprop --amends-accent - What can be pressed, and the current step
 * @cssprop --amends-on-accent - Text on the accent
 * @cssprop --amends-caution - What needs care
 * @cssprop --amends-danger - What must not be done
 * @cssprop --amends-success - What is done
 * @cssprop --amends-font - The interface's typeface
 * @cssprop --amends-words-font - The typeface of words to say
 */
export class AmendsPanel extends Drawing {
  static readonly observedAttributes = [...PROPERTIES, "lang"];

  static {
    Drawing.observe(this, PROPERTIES);
  }

  /** The rules: the address of a program, its bytes, or one that is loaded. */
  declare program: string | URL | Uint8Array | Recommender | undefined;
  declare wasm: string | undefined;
  declare phrases: string | undefined;
  declare texts: string | undefined;
  declare evidence: string | undefined;
  declare reply: Reply | undefined;

  readonly #internals = this.attachInternals();
  #rules: Recommender | undefined;
  /** What the rules were read of, unless the host has loaded them itself. */
  #bytes: Uint8Array | undefined;
  #info: Info | undefined;
  #plan: Plan | undefined;
  #changes: Changes | undefined;
  #sumNeeds: string[] | undefined;
  /** What the files of words and texts say, or why they could not be fetched. */
  #written: (string | Error | undefined)[] = [];
  #words: Phrases | undefined;
  #texts: Texts | undefined;
  /** What translates plans into the language of the texts that are shown, once it is here. */
  #translation: Translation | undefined;
  /** The texts for which it was fetched last, so that a failure does not make for another. */
  #translating: Texts | undefined;
  #absence: Absence = { state: "empty" };
  #loading: AbortController | undefined;

  #given: Record<string, Given> = {};
  #frame: Frame = {};
  #declined = new Set<string>();
  #done = new Set<string>();
  /** The facts whose questions were answered and left. */
  #left: string[] = [];
  /** The fact that stays in front until somebody goes on. */
  #asking: string | undefined;
  #problem: { fact: string; text: string } | undefined;
  /** What was told on demand, by what it tells of; the key names the case that it is of. */
  readonly #outlooks = new Map<string, Outlook & { key: string }>();
  /** What the rules say against the case as a whole. */
  #caseProblem: string | undefined;
  /** Why words or texts could not be loaded. */
  #lack: string | undefined;
  #announcement = "";
  #opened = new Set<string>();
  #variants = new Map<string, number>();
  #aloud = false;
  #used = "";
  #focusNext: "question" | undefined;

  constructor() {
    super();
    this.renderRoot.adoptedStyleSheets.push(...styles);
    this.#internals.role = "region";
  }

  get density(): "comfortable" | "compact" {
    return this.getAttribute("density") === "compact" ? "compact" : "comfortable";
  }

  set density(density: "comfortable" | "compact") {
    this.setAttribute("density", density);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener("online", this.#online);
  }

  disconnectedCallback(): void {
    globalThis.removeEventListener("online", this.#online);
    this.#loading?.abort();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === "lang") this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }

  /** What is known of the complaint. The panel never changes an object that it was given. */
  get case(): Case {
    const declined = [...this.#declined];
    return { ...this.#frame, ...(declined.length > 0 ? { declined } : {}), ...structuredClone(this.#given) };
  }

  set case(value: Case | undefined) {
    const { now, role, declined, ...facts } = structuredClone(value ?? {});
    this.#frame = { ...(now === undefined ? {} : { now }), ...(role === undefined ? {} : { role }) };
    this.#declined = new Set(declined);
    this.#given = {};
    for (const [fact, given] of Object.entries(facts)) if (given !== undefined && given !== null) this.#given[fact] = given;
    this.#asking = undefined;
    this.#problem = undefined;
    this.#variants.clear();
    this.#aloud = false;
    this.#announcement = "";
    this.#left = [];
    this.#opened = new Set(this.#opened.has("known") ? ["known"] : []);
    this.#plan = undefined;
    this.#recommend();
  }

  /** Ids of the actions that are ticked off. */
  get done(): string[] {
    return [...this.#done];
  }

  set done(actions: string[] | undefined) {
    this.#done = new Set(actions);
    this.requestUpdate();
  }

  /** The plan of the case; `undefined` while there is none. */
  get plan(): Plan | undefined {
    return this.#plan;
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    if (changed.has("program") || changed.has("wasm")) void this.#load();
    else if (changed.has("phrases") || changed.has("texts")) void this.#loadPhrases();
    void this.#translate();
    void fetchStrings(this.#strings().locale).then((isNew) => isNew && this.requestUpdate());
  }

  readonly #online = (): void => {
    forgetFailures();
    this.requestUpdate();
    if (this.#absence.state === "offline" && !this.#plan) void this.#load();
    else if (this.#lack !== undefined) void this.#loadPhrases();
  };

  /** Loads rules and words; a later loading ends an earlier one. */
  async #load(): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#rules = this.#bytes = this.#info = this.#plan = this.#words = this.#texts = undefined;
    this.#outlooks.clear();
    const { program } = this;
    this.#absence = { state: program === undefined ? "empty" : "loading" };
    this.requestUpdate();
    if (program === undefined) return;
    void this.#loadPhrases();
    try {
      const isRead = typeof program === "string" || program instanceof URL || program instanceof Uint8Array;
      const bytes = isRead ? bytesOf(program, signal) : undefined;
      const rules = isRead ? await load(bytes ?? program, { wasm: this.wasm, signal }) : program;
      const info = rules.info();
      if (signal.aborted) return;
      this.#rules = rules;
      this.#bytes = await bytes;
      this.#info = info;
      this.#recommend();
      this.#readPhrases();
      if (this.clientWidth >= WIDE) this.#opened.add("known");
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Fetches words and texts, while the rules may still be on their way. */
  async #loadPhrases(): Promise<void> {
    const { phrases, texts } = this;
    this.#written = [];
    this.#lack = undefined;
    const load = async (address: string | undefined) => address && this.#fetch(address).catch((error: Error) => error);
    const words = load(phrases);
    const written = await Promise.all([words, texts === phrases ? words : load(texts)]);
    if (phrases !== this.phrases || texts !== this.texts) return;
    this.#written = written;
    this.#readPhrases();
  }

  /** Reads the words and texts that are here, once it is known what they are of. */
  #readPhrases(): void {
    const info = this.#info;
    if (!info) return;
    const read = (source: string | Error | undefined, address = "") => {
      if (source instanceof Error) this.#lackWords(source);
      else if (source) return new Phrases(source, languageOf(address) ?? info.language, info);
      return undefined;
    };
    const [words, texts] = this.#written;
    this.#words = read(words, this.phrases);
    this.#texts = this.texts === this.phrases ? this.#words : read(texts, this.texts);
    this.requestUpdate();
  }

  async #fetch(address: string): Promise<string> {
    const url = new URL(address, this.baseURI);
    const text = new TextDecoder().decode(await bytesOf(url));
    // Servers answer with a page what they do not have.
    if (OTHER_THAN_WORDS.test(text)) throw new Error(`${url.pathname}: no words in it`);
    return text;
  }

  /** The texts that the interface is shown in; without any they are the pack's own. */
  get #shownTexts(): Texts | undefined {
    const isOwn = this.#words && baseOf(this.#words.language) === baseOf(this.#strings().locale);
    return this.#texts ?? (isOwn ? this.#words : undefined);
  }

  /** What translates into the texts that are shown, where that is needed. */
  get #translated(): Translation | undefined {
    return this.#translation?.texts === this.#shownTexts ? this.#translation : undefined;
  }

  /** Loads what translates into the texts that are shown. */
  async #translate(): Promise<void> {
    const [texts, rules] = [this.#shownTexts, this.#rules];
    if (!texts?.isTranslation || !rules || this.#translating === texts) return;
    this.#translating = texts;
    try {
      const { Translation } = await import("./translation.js");
      this.#translation = new Translation(texts, rules);
    } catch (error) {
      this.#lackWords(error);
    }
    this.requestUpdate();
  }

  /** Says that words could not be loaded. */
  #lackWords(error: unknown): void {
    this.#lack = messageOf(error);
    this.#emit("amends-error", { code: "phrases", message: this.#lack });
  }

  get #shownInfo(): Info | undefined {
    return this.#shownTexts?.info ?? this.#info;
  }

  #fail(error: unknown): void {
    const code = error instanceof LoadError ? error.code : "damaged";
    this.#absence = { state: code, message: messageOf(error) };
    this.#emit("amends-error", { code, message: messageOf(error) });
    this.requestUpdate();
  }

  /** Makes the plan of the case. A case that the rules refuse leaves the last plan standing; gives whether it fits. */
  #recommend(): boolean {
    this.requestUpdate();
    if (!this.#rules) return true;
    for (const { id, ...kind } of this.#info?.facts ?? []) {
      const given = this.#given[id];
      if (given !== undefined) this.#given[id] = plain(given, kind);
    }
    let plan: Plan;
    try {
      plan = this.#rules.recommend(this.case);
    } catch (error) {
      this.#caseProblem = messageOf(error);
      this.#emit("amends-error", { code: "case", message: this.#caseProblem });
      return false;
    }
    this.#caseProblem = undefined;
    this.#used = "";
    this.#changes = this.#plan && changes(this.#plan, plan);
    if (this.#changes) this.#announcement = this.#tell(this.#changes);
    this.#plan = plan;
    this.#sumNeeds = this.#needsOf(plan);
    this.#openWords();
    this.#emit("amends-plan", { plan });
    return true;
  }

  /**
   * The amounts that nobody has given yet and without which the sum is none, or a range up to a hundredth of theirs or more; none
   * where so much is open that it would say little, and `undefined` where there are none and the sum says enough.
   */
  #needsOf(plan: Plan): string[] | undefined {
    const sum = (of: Plan | undefined) => of?.compensation?.amount;
    const [, most] = (sum(plan) as { interval?: Value[] } | undefined)?.interval ?? [];
    const isAmount = ({ id, type }: FactInfo) => type === "money" && plan.questions.some(({ fact }) => fact === id);
    const isNone = sum(plan) === "none";
    const wide = this.#info?.facts.filter((fact) => isAmount(fact) && (isNone || Number(most) * 100 >= Number(fact.max))) ?? [];
    if (wide.length === 0) return undefined;
    if (plan.questions.length > MUCH) return [];
    const was = JSON.stringify(sum(plan));
    const needs = wide.filter(({ id, min }) => {
      return JSON.stringify(sum(this.#rules?.recommend({ ...this.case, [id]: min as Given }))) !== was;
    });
    return needs.length > 0 ? needs.map(({ id }) => id) : undefined;
  }

  /** The words for what is certain in the current step stand open; what was opened stays so, that nothing moves. */
  #openWords(): void {
    const current = this.#plan && stations(this.#plan, this.#done).find(({ state }) => state === "current");
    for (const { id, status } of current?.step.actions ?? []) if (status === "certain") this.#opened.add(`words ${id}`);
  }

  /** Works out what is told on demand, unless something else is by then. */
  async #foretell(what: string, outlook: Outlook): Promise<void> {
    const isStale = () => outlook !== this.#outlooks.get(what);
    const isWhy = what.startsWith("why ");
    try {
      const { english, sheet, show } = await (isWhy ? import("./reasons.js") : import("./foretell.js"));
      learn(english);
      const { adoptedStyleSheets } = this.renderRoot;
      if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
      outlook.show = await show({ panel: this, rules: this.#rules, bytes: this.#bytes, html, icon, isStale }, what);
    } catch (error) {
      outlook.problem = messageOf(error);
      outlook.isLasting = LASTING.includes((error as LoadError).code);
      this.#emit("amends-error", { code: isWhy ? "reasons" : "proofs", message: outlook.problem });
    }
    if (isStale()) return;
    const { problem: message } = outlook;
    if (message !== undefined) this.#announcement = this.#say("foretold-nothing", { message });
    else if (!isWhy) this.#announcement = this.#say("foretold");
    this.requestUpdate();
  }

  #tell({ added, removed, altered, amount }: Changes): string {
    const strings = this.#strings();
    const parts = [
      ...(added.size > 0 ? [strings.say("plan-added", { count: added.size })] : []),
      ...(removed.size > 0 ? [strings.say("plan-removed", { count: removed.size })] : []),
      ...(altered.size > 0 ? [strings.say("plan-altered", { count: altered.size })] : []),
      ...(amount ? [strings.say("plan-amount")] : []),
    ];
    if (parts.length === 0) return strings.say("plan-same");
    return strings.say("plan-changed", { what: new Intl.ListFormat(strings.locale).format(parts) });
  }

  /** Gives or takes back a fact; one that the rules refuse stays as it was, and the question says why. */
  #set(fact: string, value: Given | undefined, declined: boolean): void {
    const before = { given: this.#given, declined: this.#declined };
    this.#given = { ...this.#given };
    this.#declined = new Set(this.#declined);
    if (value === undefined) delete this.#given[fact];
    else this.#given[fact] = value;
    if (declined) this.#declined.add(fact);
    else this.#declined.delete(fact);
    this.#problem = undefined;
    if (!this.#recommend()) {
      this.#given = before.given;
      this.#declined = before.declined;
      this.#problem = { fact, text: this.#caseProblem ?? "" };
      this.#asking = fact;
      this.#caseProblem = undefined;
      return;
    }
    this.#emit("amends-fact-change", { fact, value: value ?? null, case: this.case });
  }

  readonly #commands: Commands = {
    answer: (fact, value) => {
      if (fact === this.#asked()?.id) this.#asking = fact;
      this.#set(fact, value, false);
    },
    decline: (fact) => {
      if (fact === this.#asked()?.id) this.#asking = fact;
      this.#set(fact, undefined, true);
    },
    clear: (fact) => {
      this.#set(fact, undefined, false);
    },
    ask: (fact) => {
      this.#asking = fact;
      this.#problem = undefined;
      this.#focusNext = "question";
      this.requestUpdate();
    },
    goOn: () => {
      const asked = this.#asked();
      if (asked && this.#context && !isAnswered(this.#context, asked.id)) {
        return this.#commands.refuse(asked.id, this.#say("give-answer"));
      }
      if (asked) this.#left.push(asked.id);
      this.#asking = undefined;
      this.#problem = undefined;
      this.#focusNext = "question";
      this.requestUpdate();
    },
    goBack: () => {
      const fact = this.#left.pop();
      if (fact !== undefined) this.#commands.ask(fact);
    },
    refuse: (fact, text) => {
      this.#problem = text === undefined ? undefined : { fact, text };
      this.#asking = fact;
      this.requestUpdate();
    },
    tick: (action, done) => {
      if (done) this.#done.add(action);
      else this.#done.delete(action);
      this.#openWords();
      this.#emit("amends-done-change", { done: this.done });
      this.requestUpdate();
    },
    disclose: (id, open) => {
      if (this.#opened.has(id) === open) return;
      if (open) this.#opened.add(id);
      else this.#opened.delete(id);
      this.requestUpdate();
    },
    why: (element) => {
      const why = this.#rules?.explain(this.case, element) ?? { rules: [], against: [] };
      return this.#translated?.why(why, element) ?? why;
    },
    source: (source) => this.#translated?.source(source) ?? source,
    foretell: (what, again) => {
      const [kind, id = ""] = what.split(" ");
      // What an answer would change is the same whatever was answered, and reasons are looked up whenever they are shown.
      const fact = kind === "outcomes" ? id : "";
      const { [fact]: _, declined = [], ...others } = this.case;
      const key = kind === "why" ? kind : JSON.stringify([others, declined.filter((other) => other !== fact)]);
      let outlook = this.#outlooks.get(what);
      if (again || outlook?.key !== key) {
        this.#outlooks.set(what, (outlook = { key }));
        if (again) this.requestUpdate();
        void this.#foretell(what, outlook);
      }
      return outlook;
    },
    turn: (action) => {
      this.#used = "";
      this.#variants.set(action, (this.#variants.get(action) ?? 0) + 1);
      this.requestUpdate();
    },
    speak: (aloud) => {
      this.#used = "";
      this.#aloud = aloud;
      this.requestUpdate();
    },
    copy: (action) => void this.#copy(action),
    insert: (action) => {
      this.#insert(action);
    },
  };

  async #copy(action: string): Promise<void> {
    const insertion = this.#insertion(action);
    if (!insertion) return;
    try {
      await navigator.clipboard.writeText(insertion.text);
      this.#tellUse("copied", action);
    } catch {
      this.#tellUse("copy-refused", action);
    }
  }

  /** Tells, beside the words of an action and to screen readers, what became of them. */
  #tellUse(use: string, action: string): void {
    this.#announcement = this.#say(use);
    this.#used = `${use} ${action}`;
    this.requestUpdate();
  }

  #insert(action: string): void {
    const detail = this.#insertion(action);
    if (!detail || !this.#emit("amends-insert", detail, true)) return;
    const { reply } = this;
    const field = typeof reply === "string" ? (this.getRootNode() as Document | ShadowRoot).getElementById(reply) : reply;
    if (typeof field === "function") {
      field(detail.text);
    } else if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
      const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
      const [before, after] = [field.value.slice(0, start), field.value.slice(end)];
      const gap = before === "" || /\n\s*$/.test(before) ? "" : "\n\n";
      const rest = after === "" || /^\s*\n/.test(after) ? "" : "\n\n";
      field.setRangeText(gap + detail.text + rest, start, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    } else {
      // No field takes the words, so they are not said to be in one.
      void this.#copy(action);
      return;
    }
    this.#tellUse("inserted", action);
  }

  /** The words of an action as they may leave the panel: complete, or not at all. */
  #insertion(id: string): Insertion | undefined {
    const words = this.#action(id)?.say;
    if (!words || words.missing.length > 0 || !this.#words) return undefined;
    const [phrases, way] = [this.#words, this.#variants.get(id) ?? 0];
    const pieces = phrases.pieces(words, way, this.#aloud);
    const text = pieces && textOf(pieces);
    if (text === undefined) return undefined;
    const variant = way % phrases.ways(words.message, this.#aloud);
    const spoken = this.#aloud && phrases.isSpoken(words.message);
    return { action: id, message: words.message, variant, spoken, text, language: phrases.language };
  }

  #action(id: string): Action | undefined {
    return this.#plan?.steps.flatMap((step) => step.actions).find((action) => action.id === id);
  }

  /** The fact in front: the one that was picked or is being answered, else the best question. */
  #asked(): FactInfo | undefined {
    const id = this.#asking ?? this.#plan?.questions[0]?.fact;
    const info = this.#shownInfo;
    return id === undefined || !info ? undefined : factOf(info, id);
  }

  #emit(type: string, detail: unknown, cancelable = false): boolean {
    return emit(this, type, detail, cancelable);
  }

  #say(id: string, args?: Parameters<Strings["say"]>[1]): string {
    return this.#strings().say(id, args);
  }

  #strings(): Strings {
    const language = this.closest<HTMLElement>("[lang]:not([lang=''])")?.lang;
    return new Strings(canonical(language ?? navigator.language) ?? "en");
  }

  get #context(): Context | undefined {
    const [info, plan] = [this.#shownInfo, this.#plan];
    if (!info || !plan) return undefined;
    const strings = this.#strings();
    return {
      info,
      plan: this.#translated?.plan(plan) ?? plan,
      say: strings.say,
      values: new Values(strings.locale, strings, info.currency, info.roles),
      phrases: this.#words,
      areWordsComing: Boolean(this.phrases) && this.#written.length === 0,
      given: this.#given,
      declined: this.#declined,
      done: this.#done,
      changes: this.#changes,
      opened: this.#opened,
      variants: this.#variants,
      used: this.#used,
      aloud: this.#aloud,
      sumNeeds: this.#sumNeeds,
      canGoBack: this.#left.length > 0,
      canInsert: Boolean(this.reply),
      canForetell: Boolean(this.#rules?.proofs ?? this.#bytes),
      commands: this.#commands,
    };
  }

  protected override render(): TemplateResult {
    const strings = this.#strings();
    const context = this.#context;
    const message = this.#caseProblem;
    const absence: Absence = message === undefined ? this.#absence : { state: "case-error", message };
    return html`${this.#lack === undefined ? nothing : lack(strings, this.#lack, () => void this.#loadPhrases())}
      ${context ? this.#whole(context) : notice(strings, absence, () => void this.#load())}
      <p class="unseen" role="status" aria-live="polite">${this.#announcement}</p>`;
  }

  #whole(context: Context): TemplateResult {
    const asked = this.#asked();
    const problem = this.#problem?.fact === asked?.id ? this.#problem?.text : undefined;
    const texts = this.#shownTexts;
    return html`<div class="columns">
      <div class="column">${question(context, asked, problem)} ${known(context)}</div>
      <div class="column">
        ${warnings(context)} ${path(context)}
        ${texts?.isTranslation && !texts.isReviewed() ? html`<p class="quiet">${context.say("not-reviewed")}</p>` : nothing}
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.#internals.ariaLabel = this.#say("panel");
    this.#show("settled", this.#plan?.settled === "yes");
    this.#show("loading", !this.#info && this.#absence.state === "loading");
    if (this.#focusNext) {
      this.#focusNext = undefined;
      const form = this.renderRoot.querySelector<HTMLElement>(".question form input:checked, .question form input, #settled");
      form?.focus();
    }
  }

  /** A custom state, for hosts that style the element by it. */
  #show(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}

/** The language that a file of phrases is named by: `bg` for `…/bg.ftl`. */
function languageOf(address: string): string | undefined {
  return canonical(/([^/]+)\.ftl(?:[?#].*)?$/.exec(address)?.[1]);
}

/** The language that a tag names, if it is one. */
function canonical(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
