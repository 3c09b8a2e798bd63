//! The grammar of selectors in queries. As upstream: labels.Parser.

use super::{Operator, Requirement, SelectorError, check};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token {
    End,
    Close,
    Open,
    Comma,
    Not,
    Word,
    Operator(Operator),
}

pub(super) fn requirements(text: &str) -> Result<Vec<Requirement>, SelectorError> {
    let mut parser = Parser { tokens: scan(text), at: 0 };
    let mut found = Vec::new();
    loop {
        match parser.peek() {
            (Token::Word | Token::Not, _) => {
                let requirement = parser.requirement();
                found.push(requirement.map_err(|it| SelectorError(format!("unable to parse requirement: {it}")))?);
                match parser.next() {
                    (Token::End, _) => return Ok(found),
                    (Token::Comma, _) => {
                        let (token, text) = parser.peek();
                        if !matches!(token, Token::Word | Token::Not) {
                            return fail(text, ", expected: identifier after ','");
                        }
                    }
                    (_, text) => return fail(text, ", expected: ',' or 'end of string'"),
                }
            }
            (Token::End, _) => return Ok(found),
            (_, text) => return fail(text, ", expected: !, identifier, or 'end of string'"),
        }
    }
}

fn fail<T>(found: &str, rest: &str) -> Result<T, SelectorError> {
    Err(SelectorError(format!("found '{found}'{rest}")))
}

fn scan(text: &str) -> Vec<(Token, &str)> {
    let special = |c: char| matches!(c, '=' | '!' | '(' | ')' | ',' | '>' | '<');
    let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches(space);
    while !rest.is_empty() {
        let length = match rest {
            _ if rest.starts_with("==") || rest.starts_with("!=") => 2,
            _ if rest.starts_with(special) => 1,
            _ => rest.find(|c| special(c) || space(c)).unwrap_or(rest.len()),
        };
        let (word, tail) = rest.split_at(length);
        let token = match word {
            "(" => Token::Open,
            ")" => Token::Close,
            "," => Token::Comma,
            "!" => Token::Not,
            "=" | "==" => Token::Operator(Operator::Equals),
            "!=" => Token::Operator(Operator::NotEquals),
            ">" => Token::Operator(Operator::GreaterThan),
            "<" => Token::Operator(Operator::LessThan),
            "in" => Token::Operator(Operator::In),
            "notin" => Token::Operator(Operator::NotIn),
            _ => Token::Word,
        };
        tokens.push((token, word));
        rest = tail.trim_start_matches(space);
    }
    tokens
}

struct Parser<'t> {
    tokens: Vec<(Token, &'t str)>,
    at: usize,
}

impl<'t> Parser<'t> {
    fn raw(&self) -> (Token, &'t str) {
        self.tokens.get(self.at).copied().unwrap_or((Token::End, ""))
    }

    /// The next token where a name or a value may stand: `in` and `notin` are words there.
    fn peek(&self) -> (Token, &'t str) {
        match self.raw() {
            (Token::Operator(Operator::In | Operator::NotIn), text) => (Token::Word, text),
            other => other,
        }
    }

    fn next(&mut self) -> (Token, &'t str) {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn requirement(&mut self) -> Result<Requirement, SelectorError> {
        let (mut token, mut key) = self.next();
        let negated = token == Token::Not;
        if negated {
            (token, key) = self.next();
        }
        if token != Token::Word {
            return fail(key, ", expected: identifier");
        }
        check::bare_key(key)?;
        if negated {
            return Requirement::new(key, Operator::DoesNotExist, Vec::new());
        }
        if matches!(self.peek().0, Token::End | Token::Comma) {
            return Requirement::new(key, Operator::Exists, Vec::new());
        }
        let (Token::Operator(operator), _) = self.raw() else {
            return fail(self.raw().1, ", expected: in, notin, =, ==, !=, gt, lt");
        };
        self.at += 1;
        let values = match operator {
            Operator::In | Operator::NotIn => self.values()?,
            _ => vec![self.exact_value()?],
        };
        Requirement::new(key, operator, values)
    }

    fn values(&mut self) -> Result<Vec<String>, SelectorError> {
        let (token, text) = self.next();
        if token != Token::Open {
            return fail(text, " expected: '('");
        }
        match self.peek() {
            (Token::Close, _) => {
                self.at += 1;
                Ok(vec![String::new()])
            }
            (Token::Word | Token::Comma, _) => self.list(),
            (_, text) => fail(text, ", expected: ',', ')' or identifier"),
        }
    }

    /// Values up to the closing parenthesis; nothing between two commas is the empty value.
    fn list(&mut self) -> Result<Vec<String>, SelectorError> {
        let mut values = Vec::new();
        loop {
            match self.next() {
                (Token::Word, text) => {
                    values.push(text.to_owned());
                    match self.peek() {
                        (Token::Comma, _) => {}
                        (Token::Close, _) => break,
                        (_, text) => return fail(text, ", expected: ',' or ')'"),
                    }
                }
                (Token::Comma, _) => {
                    if values.is_empty() || self.peek().0 == Token::Comma {
                        values.push(String::new());
                    }
                    if self.peek().0 == Token::Close {
                        values.push(String::new());
                        break;
                    }
                }
                (_, text) => return fail(text, ", expected: ',', or identifier"),
            }
        }
        self.at += 1;
        Ok(values)
    }

    fn exact_value(&mut self) -> Result<String, SelectorError> {
        if matches!(self.peek().0, Token::End | Token::Comma) {
            return Ok(String::new());
        }
        match self.next() {
            (Token::Word, text) => Ok(text.to_owned()),
            (_, text) => fail(text, ", expected: identifier"),
        }
    }
}
