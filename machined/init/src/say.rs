//! Says something where people look when nothing else works: the kernel's buffer, and so the console.

use machined_sys::kmsg::Writer;

const ERROR: u8 = 3;
const NOTICE: u8 = 5;

/// What happened, in words.
pub(crate) fn say(text: &str) {
    write(NOTICE, text);
}

/// What went wrong, in words.
pub(crate) fn complain(text: &str) {
    write(ERROR, text);
}

/// Before /dev is there, and in namespaces without a kernel buffer of their own, standard error has to do.
fn write(level: u8, text: &str) {
    if Writer::open("init").and_then(|mut writer| writer.write(level, text)).is_err() {
        eprintln!("init: {text}");
    }
}

/// An error and its causes on one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
