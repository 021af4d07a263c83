/// What somebody wrote for a fact before its type is known: in JSON, in a scenario's TOML, in a JavaScript object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// `null`: unknown, as if nothing had been written.
    Null,
    YesNo(bool),
    /// The number's text as it was written, so that it never passes through a float.
    Number(String),
    Text(String),
    List(Vec<Given>),
    /// Something that is no fact's value, such as an object; its kind in words, for the message.
    Other(&'static str),
}
