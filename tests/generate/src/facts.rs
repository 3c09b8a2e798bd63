//! Reads the facts files of `kube/api/facts`, whose form their own first lines describe.

use anyhow::{Context, Result, bail, ensure};

/// A group version with its types.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) module: String,
    pub(crate) group: String,
    pub(crate) version: String,
    pub(crate) openapi: String,
    pub(crate) types: Vec<Type>,
}

#[derive(Debug)]
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) kind: bool,
    pub(crate) atomic: bool,
    pub(crate) protobuf: bool,
    pub(crate) openapi: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) unions: Vec<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) number: u32,
    pub(crate) shape: Shape,
    pub(crate) go: String,
    pub(crate) flags: Vec<String>,
    pub(crate) list: String,
    pub(crate) map_keys: Vec<String>,
    pub(crate) patch: Vec<String>,
    pub(crate) merge: String,
    pub(crate) default: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Shape {
    #[default]
    String,
    Int32,
    Int64,
    Float64,
    Bool,
    Bytes,
    Quantity,
    IntOrString,
    Time,
    MicroTime,
    Duration,
    Raw,
    Fields,
    Any,
    SchemaOrBool,
    SchemaOrArray,
    SchemaOrStrings,
    Items,
    List(Box<Shape>),
    Map(Box<Shape>),
    Object {
        module: String,
        name: String,
    },
}

impl Field {
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|it| it == flag)
    }
}

impl Type {
    pub(crate) fn is_list(&self) -> bool {
        self.kind && self.name.ends_with("List") && self.fields.iter().any(|field| field.name == "items")
    }

    /// The field that is the object's own metadata.
    pub(crate) fn has_object_meta(&self) -> bool {
        self.fields.iter().any(|field| {
            field.name == "metadata" && matches!(&field.shape, Shape::Object { name, .. } if name == "ObjectMeta")
        })
    }
}

fn shape(text: &str) -> Result<Shape> {
    let inner = |word: &str| text.strip_prefix(word)?.strip_prefix('(')?.strip_suffix(')');
    if let Some(element) = inner("list") {
        return Ok(Shape::List(Box::new(shape(element)?)));
    }
    if let Some(element) = inner("map") {
        return Ok(Shape::Map(Box::new(shape(element)?)));
    }
    if let Some((module, name)) = text.split_once('.') {
        return Ok(Shape::Object { module: module.into(), name: name.into() });
    }
    Ok(match text {
        "string" => Shape::String,
        "int32" => Shape::Int32,
        "int64" => Shape::Int64,
        "float64" => Shape::Float64,
        "bool" => Shape::Bool,
        "bytes" => Shape::Bytes,
        "quantity" => Shape::Quantity,
        "intorstring" => Shape::IntOrString,
        "time" => Shape::Time,
        "microtime" => Shape::MicroTime,
        "duration" => Shape::Duration,
        "raw" => Shape::Raw,
        "fields" => Shape::Fields,
        "any" => Shape::Any,
        "schemaorbool" => Shape::SchemaOrBool,
        "schemaorarray" => Shape::SchemaOrArray,
        "schemaorstrings" => Shape::SchemaOrStrings,
        "items(string)" => Shape::Items,
        other => bail!("unknown shape {other:?}"),
    })
}

/// Lines that say something, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// `-` stands for nothing.
fn word(text: &str) -> String {
    if text == "-" { String::new() } else { text.to_owned() }
}

fn words(text: &str) -> Vec<String> {
    if text == "-" { Vec::new() } else { text.split(',').map(str::to_owned).collect() }
}

pub(crate) fn types(text: &str) -> Result<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, line) in lines(text) {
        read_type_line(&mut groups, line).with_context(|| format!("line {at}"))?;
    }
    Ok(groups)
}

fn read_type_line(groups: &mut Vec<Group>, line: &str) -> Result<()> {
    if let Some(head) = line.strip_prefix("= ") {
        let [module, group, version, openapi] = head.split(' ').collect::<Vec<_>>()[..] else {
            bail!("four words expected")
        };
        let (module, group, version, openapi) = (word(module), word(group), word(version), word(openapi));
        groups.push(Group { module, group, version, openapi, types: Vec::new() });
        return Ok(());
    }
    let group = groups.last_mut().context("a type before any group")?;
    let Some(rest) = line.strip_prefix('\t') else {
        let (name, flags) = line.split_once(' ').context("flags expected")?;
        let flags = words(flags);
        let has = |flag: &str| flags.iter().any(|it| it == flag);
        group.types.push(Type {
            name: name.into(),
            kind: has("kind"),
            atomic: has("atomic"),
            protobuf: !has("noproto"),
            openapi: has("openapi"),
            fields: Vec::new(),
            unions: Vec::new(),
        });
        return Ok(());
    };
    let ty = group.types.last_mut().context("a field before any type")?;
    if let Some(union) = rest.strip_prefix("@union ") {
        ty.unions.push(union.into());
    } else {
        ty.fields.push(field(rest)?);
    }
    Ok(())
}

fn field(line: &str) -> Result<Field> {
    let (line, default) = line.split_once(" default=").unwrap_or((line, ""));
    let mut parts = line.split(' ');
    let mut next = || parts.next().context("five words expected");
    let mut field = Field {
        name: next()?.into(),
        number: next()?.parse().context("field number")?,
        shape: shape(next()?)?,
        go: next()?.into(),
        flags: words(next()?),
        default: default.into(),
        ..Field::default()
    };
    for part in parts {
        match part.split_once('=').context("name=value expected")? {
            ("list", value) => {
                let (kind, keys) = value.split_once(':').unwrap_or((value, "-"));
                (field.list, field.map_keys) = (kind.into(), words(keys));
            }
            ("patch", value) => field.patch = words(value),
            ("merge", value) => field.merge = value.into(),
            ("format", _) => {}
            (other, _) => bail!("unknown fact {other}"),
        }
    }
    ensure!((field.list == "map") != field.map_keys.is_empty(), "a list=map has keys, and nothing else has");
    Ok(field)
}

/// A row of the resources file.
#[derive(Debug, Default)]
pub(crate) struct Resource {
    pub(crate) group: String,
    pub(crate) version: String,
    pub(crate) plural: String,
    pub(crate) singular: String,
    pub(crate) kind: String,
    pub(crate) namespaced: bool,
    pub(crate) verbs: Vec<String>,
    pub(crate) prefix: String,
    pub(crate) storage: String,
    pub(crate) short: Vec<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) subresources: Vec<Subresource>,
}

#[derive(Debug)]
pub(crate) struct Subresource {
    pub(crate) name: String,
    pub(crate) group: String,
    pub(crate) version: String,
    pub(crate) kind: String,
    pub(crate) verbs: Vec<String>,
}

pub(crate) fn resources(text: &str) -> Result<Vec<Resource>> {
    let mut rows: Vec<Resource> = Vec::new();
    for (at, line) in lines(text) {
        read_resource_line(&mut rows, line).with_context(|| format!("line {at}"))?;
    }
    Ok(rows)
}

fn read_resource_line(rows: &mut Vec<Resource>, line: &str) -> Result<()> {
    if let Some(rest) = line.strip_prefix("\t/") {
        let [name, kind, verbs] = rest.split(' ').collect::<Vec<_>>()[..] else { bail!("three words expected") };
        let [group, version, kind] = kind.split('/').collect::<Vec<_>>()[..] else {
            bail!("group/version/kind expected")
        };
        let row = rows.last_mut().context("a subresource before any resource")?;
        row.subresources.push(Subresource {
            name: name.into(),
            group: word(group),
            version: version.into(),
            kind: kind.into(),
            verbs: words(verbs),
        });
        return Ok(());
    }
    let mut parts = line.split(' ');
    let mut next = || parts.next().context("seven words expected");
    let mut row = Resource {
        group: word(next()?),
        version: next()?.into(),
        plural: next()?.into(),
        singular: next()?.into(),
        kind: next()?.into(),
        namespaced: next()? == "Namespaced",
        verbs: words(next()?),
        ..Resource::default()
    };
    for part in parts {
        match part.split_once('=').context("name=value expected")? {
            ("prefix", value) => row.prefix = word(value),
            ("storage", value) => row.storage = value.into(),
            ("short", value) => row.short = words(value),
            ("categories", value) => row.categories = words(value),
            (other, _) => bail!("unknown fact {other}"),
        }
    }
    rows.push(row);
    Ok(())
}
