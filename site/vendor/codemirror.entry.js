// The SPARQL editor of the site, made of CodeMirror's parts; bundled by update.py.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { StreamLanguage, bracketMatching, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

const setFaultyLine = StateEffect.define();

const faultyLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.find((found) => found.is(setFaultyLine));
    if (!effect) return transaction.docChanged ? Decoration.none : marks;
    if (effect.value === 0 || effect.value > transaction.state.doc.lines) return Decoration.none;
    const line = transaction.state.doc.line(effect.value);
    return Decoration.set([Decoration.line({ class: "cm-faulty" }).range(line.from)]);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", maxHeight: "60vh" },
  ".cm-content, .cm-gutter": { minHeight: "14rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--ink-soft)", backgroundColor: "var(--panel)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--panel)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent)" },
  ".cm-faulty, .cm-faulty.cm-activeLine": { backgroundColor: "var(--warn-soft)", boxShadow: "inset 3px 0 0 var(--warn)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "18em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-soft)" },
  ".cm-completionDetail": { color: "var(--ink-soft)", fontFamily: "var(--sans)", fontStyle: "normal" },
  ".cm-completionInfo": { fontFamily: "var(--sans)", maxWidth: "22rem" },
  ".tok-keyword": { color: "var(--accent)", fontWeight: "600" },
  ".tok-comment": { color: "var(--ink-soft)", fontStyle: "italic" },
  ".tok-string, .tok-string2": { color: "var(--warn)" },
  ".tok-atom, .tok-number, .tok-variableName2": { color: "var(--accent)" },
});

function escapeHandler(onEscape) {
  return { key: "Escape", run: () => { onEscape(); return false; } };
}

/**
 * Make an editor in `parent`. Tab is left to the browser, so that it leads out of the editor.
 * The editor lives in a shadow root: there its styles are constructed sheets, which a strict
 * content security policy allows.
 */
export function create({ parent, text, label, complete, onRun, onChange, onEscape = () => {} }) {
  const root = parent.attachShadow({ mode: "open" });
  const run = { key: "Mod-Enter", run: () => { onRun(); return true; } };
  const state = EditorState.create({
    doc: text,
    extensions: [
      keymap.of([run, ...closeBracketsKeymap, ...completionKeymap, escapeHandler(onEscape), ...historyKeymap, ...defaultKeymap]),
      lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(),
      StreamLanguage.define(sparql), syntaxHighlighting(classHighlighter), faultyLine, theme,
      autocompletion({ override: [(context) => complete(outsideText(context))] }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => { if (update.docChanged) onChange(); }),
    ],
  });
  const view = new EditorView({ state, parent: root, root });
  return {
    text: () => view.state.doc.toString(),
    setText: (value) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }),
    markLine: (line) => mark(view, line),
    focus: () => view.focus(),
  };
}

function mark(view, line) {
  view.dispatch({ effects: setFaultyLine.of(line) });
  if (line > 0 && line <= view.state.doc.lines) {
    view.dispatch({ selection: { anchor: view.state.doc.line(line).from }, scrollIntoView: true });
  }
}

/** What stands before the cursor; `quiet` inside a comment, a string or an IRI. */
function outsideText(context) {
  const name = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  const quiet = /comment|string|atom/.test(name) && !/[\w-]*:[\w.-]*$/.test(context.state.sliceDoc(0, context.pos));
  return {
    quiet,
    explicit: context.explicit,
    position: context.pos,
    document: context.state.doc.toString(),
  };
}
