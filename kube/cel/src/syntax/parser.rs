//! The grammar, by recursive descent. A syntax error ends parsing; faults of meaning (reserved names, macros, numbers
//! out of range) are collected.
//!
//! As upstream: cel-go/parser/parser.go; the texts of syntax errors follow its generated parser in the usual cases.

use super::lexer::{Kind, Token, tokens};
use super::source::{Issue, Issues};
use super::tree::{Entry, Expr, ExprId, FieldInit, Literal, Name, Node};
use super::{literal, macros};
use crate::escape;

/// Deeper trees are refused: everything that walks a tree recurses.
const DEPTH_MAX: usize = 250;

/// Longer expressions are refused, in code points.
const SIZE_MAX: usize = 100_000;

/// Macros that copy their target could grow a short expression without end.
const NODES_MAX: usize = 200_000;

const PRIMARY: &str =
    "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

/// Reads an expression, and gives the number of its nodes with it: ids are below that number.
pub(crate) fn parse(text: &str) -> Result<(Expr, usize), Issues> {
    let size = text.chars().count();
    if size > SIZE_MAX {
        let message = format!("expression code point size exceeds limit: size: {size}, limit {SIZE_MAX}");
        return Err(Issues::new("", vec![Issue { at: 0, message }]));
    }
    let (tokens, issues) = tokens(text);
    let mut parser = Parser { tokens, at: 0, nesting: 0, build: Build { next: 0, issues } };
    let parsed = parser.whole();
    match parsed {
        Some(expr) if parser.build.issues.is_empty() => Ok((expr, parser.build.next)),
        _ => Err(Issues::new(text, parser.build.issues)),
    }
}

/// Makes nodes and collects faults; macros use it too.
pub(super) struct Build {
    next: ExprId,
    issues: Vec<Issue>,
}

impl Build {
    pub(super) fn node(&mut self, at: usize, node: Node) -> Expr {
        let id = self.next;
        self.next += 1;
        let depth = node.depth() + 1;
        if depth == DEPTH_MAX + 1 {
            self.fault(at, format!("expression recursion limit exceeded: {DEPTH_MAX}"));
        }
        if self.next == NODES_MAX {
            self.fault(at, "expression has too many nodes");
        }
        Expr { id, at, depth, node }
    }

    /// No more nodes may be made: copying stops.
    pub(super) fn is_full(&self) -> bool {
        self.next >= NODES_MAX
    }

    pub(super) fn fault(&mut self, at: usize, message: impl Into<String>) {
        self.issues.push(Issue { at, message: message.into() });
    }

    pub(super) fn literal(&mut self, at: usize, literal: Literal) -> Expr {
        self.node(at, Node::Literal(literal))
    }

    pub(super) fn ident(&mut self, at: usize, name: &str) -> Expr {
        self.node(at, Node::Ident(name.into()))
    }

    pub(super) fn call(&mut self, at: usize, function: &str, args: Vec<Expr>) -> Expr {
        self.node(at, Node::Call { function: function.into(), target: None, args })
    }

    pub(super) fn member_call(&mut self, at: usize, function: &str, target: Expr, args: Vec<Expr>) -> Expr {
        self.node(at, Node::Call { function: function.into(), target: Some(Box::new(target)), args })
    }

    pub(super) fn list(&mut self, at: usize, items: Vec<Expr>) -> Expr {
        self.node(at, Node::List { items, optional: Vec::new() })
    }
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    nesting: usize,
    build: Build,
}

const END: Token<'static> = Token { kind: Kind::End, text: "<EOF>", at: 0 };

impl<'t> Parser<'t> {
    fn peek(&self) -> Token<'t> {
        self.tokens.get(self.at).or(self.tokens.last()).copied().unwrap_or(END)
    }

    fn ahead(&self) -> Token<'t> {
        self.tokens.get(self.at + 1).or(self.tokens.last()).copied().unwrap_or(END)
    }

    fn take(&mut self) -> Token<'t> {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn symbol(&mut self, symbol: &'static str) -> Option<Token<'t>> {
        (self.peek().kind == Kind::Symbol(symbol)).then(|| self.take())
    }

    fn one_of(&mut self, symbols: &[&'static str]) -> Option<Token<'t>> {
        match self.peek().kind {
            Kind::Symbol(symbol) if symbols.contains(&symbol) => Some(self.take()),
            _ => None,
        }
    }

    fn syntax(&mut self, message: String) -> Option<Expr> {
        let at = self.peek().at;
        self.build.fault(at, format!("Syntax error: {message}"));
        None
    }

    /// The token that has to come next.
    fn expect(&mut self, symbol: &'static str) -> Option<Token<'t>> {
        if let Some(token) = self.symbol(symbol) {
            return Some(token);
        }
        let found = self.peek();
        let goes_on = match found.kind {
            Kind::End => true,
            Kind::Symbol(one) => {
                matches!(one, ")" | "]" | "}" | "," | "&&" | "||" | "==" | "!=" | "+" | "*" | "?" | ":")
            }
            _ => false,
        };
        let text = if goes_on {
            format!("missing '{symbol}' at '{}'", found.text)
        } else {
            format!("mismatched input '{}' expecting '{symbol}'", found.text)
        };
        self.syntax(text);
        None
    }

    fn whole(&mut self) -> Option<Expr> {
        let expr = self.expr()?;
        let rest = self.peek();
        if rest.kind == Kind::End {
            return Some(expr);
        }
        let word = if self.ahead().kind == Kind::End { "extraneous" } else { "mismatched" };
        self.syntax(format!("{word} input '{}' expecting <EOF>", rest.text))
    }

    fn expr(&mut self) -> Option<Expr> {
        self.nesting += 1;
        if self.nesting > DEPTH_MAX {
            let at = self.peek().at;
            self.build.fault(at, format!("expression recursion limit exceeded: {DEPTH_MAX}"));
            return None;
        }
        let condition = self.logic("||", "_||_", 0)?;
        let result = match self.symbol("?") {
            None => Some(condition),
            Some(token) => {
                let truthy = self.logic("||", "_||_", 0)?;
                self.expect(":")?;
                let falsy = self.expr()?;
                Some(self.build.call(token.at, "_?_:_", vec![condition, truthy, falsy]))
            }
        };
        self.nesting -= 1;
        result
    }

    /// A chain of `||`, whose terms are chains of `&&`. Long chains become balanced trees, as upstream's.
    fn logic(&mut self, symbol: &'static str, function: &'static str, level: usize) -> Option<Expr> {
        let mut terms = Vec::new();
        let mut ops = Vec::new();
        loop {
            let term = if level == 0 { self.logic("&&", "_&&_", 1)? } else { self.relation()? };
            terms.push(Some(term));
            match self.symbol(symbol) {
                Some(token) => ops.push(token.at),
                None => break,
            }
        }
        Some(self.balanced(function, &mut terms, &ops))
    }

    fn balanced(&mut self, function: &str, terms: &mut [Option<Expr>], ops: &[usize]) -> Expr {
        let middle = ops.len() / 2;
        match (ops.get(middle), terms.split_at_mut_checked(middle + 1)) {
            (Some(at), Some((left, right))) => {
                let (left_ops, right_ops) = (ops.get(..middle), ops.get(middle + 1..));
                let left = self.balanced(function, left, left_ops.unwrap_or_default());
                let right = self.balanced(function, right, right_ops.unwrap_or_default());
                self.build.call(*at, function, vec![left, right])
            }
            _ => terms.first_mut().and_then(Option::take).expect("a chain has one term more than operators"),
        }
    }

    fn relation(&mut self) -> Option<Expr> {
        let mut left = self.calc(0)?;
        while let Some(token) = self.one_of(&["<", "<=", ">=", ">", "==", "!=", "in"]) {
            let right = self.calc(0)?;
            let function = if token.text == "in" { "@in".to_owned() } else { format!("_{}_", token.text) };
            left = self.chained(token.at, &function, left, right)?;
        }
        Some(left)
    }

    fn calc(&mut self, level: usize) -> Option<Expr> {
        let symbols: &[&'static str] = if level == 0 { &["+", "-"] } else { &["*", "/", "%"] };
        let mut left = if level == 0 { self.calc(1)? } else { self.unary()? };
        while let Some(token) = self.one_of(symbols) {
            let right = if level == 0 { self.calc(1)? } else { self.unary()? };
            left = self.chained(token.at, &format!("_{}_", token.text), left, right)?;
        }
        Some(left)
    }

    /// A link of a chain that leans left; the chain ends where its tree is too deep.
    fn chained(&mut self, at: usize, function: &str, left: Expr, right: Expr) -> Option<Expr> {
        let made = self.build.call(at, function, vec![left, right]);
        (made.depth <= DEPTH_MAX).then_some(made)
    }

    fn unary(&mut self) -> Option<Expr> {
        let first = self.peek();
        let (symbol, function) = match first.kind {
            Kind::Symbol("!") => ("!", "!_"),
            Kind::Symbol("-") => ("-", "-_"),
            _ => return self.member(),
        };
        let mut count = 0;
        while self.peek().kind == Kind::Symbol(symbol) {
            // The sign before a number belongs to the number.
            if symbol == "-" && count == 0 && matches!(self.ahead().kind, Kind::Int | Kind::Double) {
                return self.member();
            }
            self.take();
            count += 1;
        }
        let member = self.member()?;
        if count % 2 == 0 { Some(member) } else { Some(self.build.call(first.at, function, vec![member])) }
    }

    fn member(&mut self) -> Option<Expr> {
        let mut operand = self.primary()?;
        loop {
            if operand.depth > DEPTH_MAX {
                return None;
            }
            if let Some(dot) = self.symbol(".") {
                operand = self.select(dot, operand)?;
            } else if let Some(open) = self.symbol("[") {
                let optional = self.symbol("?").is_some();
                let index = self.expr()?;
                self.expect("]")?;
                let function = if optional { "_[?_]" } else { "_[_]" };
                operand = self.build.call(open.at, function, vec![operand, index]);
            } else {
                return Some(operand);
            }
        }
    }

    fn select(&mut self, dot: Token<'t>, operand: Expr) -> Option<Expr> {
        let optional = self.symbol("?").is_some();
        let name = self.peek();
        match name.kind {
            Kind::Ident | Kind::Symbol("in") => {
                self.take();
            }
            Kind::Escaped => {
                self.take();
                self.build.fault(name.at, "unsupported syntax: '`'");
                return Some(operand);
            }
            _ => {
                return self.syntax(format!("mismatched input '{}' expecting IDENTIFIER", name.text));
            }
        }
        if optional {
            let field = self.build.literal(name.at, Literal::String(name.text.into()));
            return Some(self.build.call(dot.at, "_?._", vec![operand, field]));
        }
        if let Some(open) = self.symbol("(") {
            let args = self.args()?;
            return Some(macros::receiver(&mut self.build, open.at, name.text, operand, args));
        }
        Some(self.build.node(dot.at, Node::Select { operand: Box::new(operand), field: name.text.into(), test: false }))
    }

    /// Arguments and the closing parenthesis.
    fn args(&mut self) -> Option<Vec<Expr>> {
        let mut args = Vec::new();
        if self.symbol(")").is_some() {
            return Some(args);
        }
        loop {
            args.push(self.expr()?);
            if self.symbol(",").is_none() {
                self.expect(")")?;
                return Some(args);
            }
        }
    }

    fn primary(&mut self) -> Option<Expr> {
        let token = self.peek();
        match token.kind {
            Kind::Symbol("(") => {
                self.take();
                let inner = self.expr()?;
                self.expect(")")?;
                Some(inner)
            }
            Kind::Symbol("[") => self.list(),
            Kind::Symbol("{") => self.map(),
            Kind::Symbol(".") if self.ahead().kind == Kind::Ident => {
                self.take();
                self.named(token.at, ".")
            }
            Kind::Ident => self.named(token.at, ""),
            Kind::Symbol("-") | Kind::Int | Kind::Uint | Kind::Double | Kind::String | Kind::Bytes => self.constant(),
            _ => {
                let word = if self.starts_primary(self.ahead()) { "extraneous" } else { "mismatched" };
                self.syntax(format!("{word} input '{}' expecting {PRIMARY}", token.text))
            }
        }
    }

    fn starts_primary(&self, token: Token<'_>) -> bool {
        match token.kind {
            Kind::Symbol(symbol) => matches!(symbol, "[" | "{" | "(" | "." | "-" | "!"),
            Kind::End => false,
            _ => true,
        }
    }

    /// A variable, a call, or a message, whose first name comes next.
    fn named(&mut self, at: usize, dot: &str) -> Option<Expr> {
        let name = self.take();
        match name.text {
            "true" | "false" => return Some(self.build.literal(at, Literal::Bool(name.text == "true"))),
            "null" => return Some(self.build.literal(at, Literal::Null)),
            _ => {}
        }
        if let Some(message) = self.message_name(dot, name.text) {
            return self.message(message);
        }
        if escape::is_reserved(name.text) {
            self.build.fault(at, format!("reserved identifier: {}", name.text));
            if self.symbol("(").is_some() {
                self.args()?;
            }
            return Some(self.build.ident(at, name.text));
        }
        let full = format!("{dot}{}", name.text);
        match self.symbol("(") {
            Some(open) => {
                let args = self.args()?;
                Some(macros::global(&mut self.build, open.at, &full, args))
            }
            None => Some(self.build.ident(name.at, &full)),
        }
    }

    /// The whole name when what follows is `a.b.C{`; the tokens up to the brace are taken.
    fn message_name(&mut self, dot: &str, first: &str) -> Option<String> {
        let mut name = format!("{dot}{first}");
        let mut at = self.at;
        let kind = |at: usize| self.tokens.get(at).map(|token| token.kind);
        while kind(at) == Some(Kind::Symbol(".")) && kind(at + 1) == Some(Kind::Ident) {
            name.push('.');
            name.push_str(self.tokens.get(at + 1)?.text);
            at += 2;
        }
        if kind(at) != Some(Kind::Symbol("{")) {
            return None;
        }
        self.at = at;
        Some(name)
    }

    fn message(&mut self, name: String) -> Option<Expr> {
        let open = self.expect("{")?;
        let mut fields = Vec::new();
        while self.peek().kind != Kind::Symbol("}") {
            let optional = self.symbol("?").is_some();
            let field = self.peek();
            if !matches!(field.kind, Kind::Ident | Kind::Symbol("in")) {
                return self.syntax(format!("mismatched input '{}' expecting IDENTIFIER", field.text));
            }
            self.take();
            let colon = self.expect(":")?;
            let value = self.expr()?;
            fields.push(FieldInit { at: colon.at, name: field.text.into(), value, optional });
            if self.symbol(",").is_none() {
                break;
            }
        }
        self.expect("}")?;
        let name: Name = name.into();
        Some(self.build.node(open.at, Node::Message { name, fields }))
    }

    fn list(&mut self) -> Option<Expr> {
        let open = self.take();
        let mut items = Vec::new();
        let mut optional = Vec::new();
        while self.peek().kind != Kind::Symbol("]") {
            if self.symbol("?").is_some() {
                optional.push(items.len());
            }
            items.push(self.expr()?);
            if self.symbol(",").is_none() {
                break;
            }
        }
        self.expect("]")?;
        Some(self.build.node(open.at, Node::List { items, optional }))
    }

    fn map(&mut self) -> Option<Expr> {
        let open = self.take();
        let mut entries = Vec::new();
        while self.peek().kind != Kind::Symbol("}") {
            let optional = self.symbol("?").is_some();
            let key = self.expr()?;
            self.expect(":")?;
            let value = self.expr()?;
            entries.push(Entry { key, value, optional });
            if self.symbol(",").is_none() {
                break;
            }
        }
        self.expect("}")?;
        Some(self.build.node(open.at, Node::Map(entries)))
    }

    fn constant(&mut self) -> Option<Expr> {
        let first = self.peek();
        let negative = self.symbol("-").is_some();
        let token = self.peek();
        if negative && !matches!(token.kind, Kind::Int | Kind::Double) {
            return self.syntax(format!("mismatched input '{}' expecting {PRIMARY}", token.text));
        }
        self.take();
        let sign = if negative { "-" } else { "" };
        let read = match token.kind {
            Kind::Int => match token.text.strip_prefix("0x") {
                Some(digits) => i64::from_str_radix(&format!("{sign}{digits}"), 16),
                None => format!("{sign}{}", token.text).parse(),
            }
            .map(Literal::Int)
            .map_err(|_| "invalid int literal"),
            Kind::Uint => {
                let text = token.text.trim_end_matches(['u', 'U']);
                match text.strip_prefix("0x") {
                    Some(digits) => u64::from_str_radix(digits, 16),
                    None => text.parse(),
                }
                .map(Literal::Uint)
                .map_err(|_| "invalid uint literal")
            }
            Kind::Double => match format!("{sign}{}", token.text).parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Literal::Double(number)),
                _ => Err("invalid double literal"),
            },
            Kind::String => literal::string(token.text).map(|text| Literal::String(text.into())),
            _ => literal::bytes(token.text.get(1..).unwrap_or_default()).map(|bytes| Literal::Bytes(bytes.into())),
        };
        match read {
            Ok(literal) => Some(self.build.literal(first.at, literal)),
            Err(message) => {
                self.build.fault(first.at, message);
                Some(self.build.literal(first.at, Literal::Null))
            }
        }
    }
}
