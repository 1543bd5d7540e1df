// Oxigraph for JavaScript, up to 0.5.11, takes `a - b - c` for `a - (b - c)`, and `a / b / c`
// likewise. This writes the brackets that the standard means (SPARQL 1.1, 17.2): `(a - b) - c`.
// The worker asks the engine first and leaves queries alone once the engine is right.
(() => {
  "use strict";

  const ONE_GROUP = ["FILTER", "BIND"];
  const WHOLE_CLAUSE = ["SELECT", "HAVING", "BY"];
  const SEPARATING_WORDS = ["AS", "IN", "NOT", "DISTINCT"];
  const SEPARATING_MARKS = [",", "=", "!", "<", ">", "&", "|", ";"];
  const LEVELS = [["*", "/"], ["+", "-", "*", "/"]];

  class Brackets {
    constructor(text) {
      this.text = text;
      this.tokens = globalThis.CrosswalkSparql.tokens(text);
      this.inserted = [];
    }

    /** Look through a graph pattern or the whole query for expressions; return where it ends. */
    pattern(start) {
      let expected = "";
      for (let n = start; n < this.tokens.length; n += 1) {
        const { text } = this.tokens[n];
        const word = text.toUpperCase();
        if (text === "}") return n;
        if (text === "{") {
          n = this.pattern(n + 1);
          expected = "";
        } else if (text === "(" && expected) {
          n = this.group(n + 1);
          if (expected === "group") expected = "";
        } else if (ONE_GROUP.includes(word)) expected = "group";
        else if (WHOLE_CLAUSE.includes(word)) expected = "clause";
      }
      return this.tokens.length;
    }

    /** Look through a bracketed expression, or the arguments of a function; return where it ends. */
    group(start) {
      let items = [];
      let n = start;
      for (; n < this.tokens.length && this.tokens[n].text !== ")"; n += 1) {
        const token = this.tokens[n];
        if (token.text === "(") {
          n = this.group(n + 1);
          items.push({ start: token.start, end: (this.tokens[n] || token).end });
        } else if (token.text === "{") {
          n = this.pattern(n + 1);
        } else if (separates(token)) {
          this.expression(items);
          items = [];
        } else {
          items.push({ start: token.start, end: token.end, mark: token.kind === "mark" ? token.text : "" });
        }
      }
      this.expression(items);
      return n;
    }

    /** Write brackets into one expression without comparisons: operands and operators. */
    expression(items) {
      const operands = [];
      const operators = [];
      let open = false;
      items.forEach((item, n) => {
        if (open && LEVELS[1].includes(item.mark) && n < items.length - 1) {
          operators.push(item.mark);
          open = false;
        } else if (open) {
          operands.at(-1).end = item.end;
        } else if (operands.length > operators.length) {
          operands.at(-1).end = item.end;
          open = !LEVELS[1].includes(item.mark);
        } else {
          operands.push({ start: item.start, end: item.end });
          open = !LEVELS[1].includes(item.mark);
        }
      });
      this.sums(operands, operators);
    }

    /** Write brackets into the products, and then into the sum of them. */
    sums(operands, operators) {
      const terms = [];
      const signs = [];
      let product = { operands: operands.slice(0, 1), operators: [] };
      const finish = () => {
        this.chain(product.operands, product.operators, "/");
        if (product.operands.length) {
          terms.push({ start: product.operands[0].start, end: product.operands.at(-1).end });
        }
      };
      operators.forEach((operator, n) => {
        if (LEVELS[0].includes(operator)) {
          product.operators.push(operator);
          product.operands.push(operands[n + 1]);
          return;
        }
        finish();
        signs.push(operator);
        product = { operands: [operands[n + 1]], operators: [] };
      });
      finish();
      this.chain(terms, signs, "-");
    }

    /** Write brackets so that a chain of operators of one rank is read from the left. */
    chain(operands, operators, telling) {
      if (operators.length < 2 || !operators.includes(telling)) return;
      this.inserted.push([operands[0].start, "(".repeat(operators.length - 1)]);
      for (const operand of operands.slice(1, -1)) this.inserted.push([operand.end, ")"]);
    }

    written() {
      let done = 0;
      let made = "";
      for (const [place, brackets] of this.inserted.sort(([a], [b]) => a - b)) {
        made += this.text.slice(done, place) + brackets;
        done = place;
      }
      return made + this.text.slice(done);
    }
  }

  function separates(token) {
    if (token.kind === "mark") return SEPARATING_MARKS.includes(token.text);
    return token.kind === "word" && SEPARATING_WORDS.includes(token.text.toUpperCase());
  }

  /** The query with arithmetic bracketed from the left. */
  function bracketed(text) {
    const brackets = new Brackets(text);
    for (let n = 0; n < brackets.tokens.length; n += 1) n = brackets.pattern(n);
    return brackets.written();
  }

  globalThis.CrosswalkArithmetic = { bracketed };
})();
