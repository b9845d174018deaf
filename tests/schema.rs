//! The JSON Schema and what is printed are one: every key of the one stands in the other.

use std::process::Command;

use serde_json::Value;

fn printed(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("stdout is JSON")
}

/// What of `value` the schema does not tell, or tells otherwise.
fn misfits(value: &Value, schema: &Value, root: &Value, at: &str, found: &mut Vec<String>) {
    let schema = match schema["$ref"].as_str() {
        Some(name) => root.pointer(name.trim_start_matches('#')).unwrap_or(&Value::Null),
        None => schema,
    };
    for (word, all) in [("anyOf", false), ("oneOf", false), ("allOf", true)] {
        let Some(choices) = schema[word].as_array() else { continue };
        let mut tries: Vec<Vec<String>> = Vec::new();
        for choice in choices {
            let mut misses = Vec::new();
            misfits(value, choice, root, at, &mut misses);
            tries.push(misses);
        }
        if all {
            found.extend(tries.into_iter().flatten());
        } else if let Some(best) = tries.into_iter().min_by_key(Vec::len) {
            found.extend(best);
        }
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        found.push(format!("{at}: {value} is none of {values:?}"));
    }
    if !schema["const"].is_null() && schema["const"] != *value {
        found.push(format!("{at}: {value} is not {}", schema["const"]));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let fits = |kind: &&str| match *kind {
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        _ => value.is_object(),
    };
    if !kinds.is_empty() && !kinds.iter().any(fits) {
        found.push(format!("{at}: {value} is no {kinds:?}"));
    }
    if let Value::Array(items) = value
        && schema["items"].is_object()
    {
        for item in items {
            misfits(item, &schema["items"], root, &format!("{at}[]"), found);
        }
    }
    if let (Value::Object(keys), Some(told)) = (value, schema["properties"].as_object()) {
        for key in keys.keys().filter(|key| !told.contains_key(*key)) {
            found.push(format!("{at}.{key} is not in the schema"));
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !keys.contains_key(key) {
                found.push(format!("{at}.{key} is missing"));
            }
        }
        for (key, value) in keys {
            if let Some(schema) = told.get(key) {
                misfits(value, schema, root, &format!("{at}.{key}"), found);
            }
        }
    }
}

fn check(value: &Value, of: &str) {
    let schema = printed(&["schema", of]);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut found = Vec::new();
    misfits(value, &schema, &schema, of, &mut found);
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_document_of_the_corpus_fits_the_schema() {
    let documents = printed(&["parse", "corpus/texts"]);
    let documents = documents.as_array().expect("an array");
    assert!(documents.len() > 20);
    for document in documents {
        check_with_keys(document);
    }
}

/// As [`check`], once for all documents: the schema is asked for only once.
fn check_with_keys(document: &Value) {
    static SCHEMA: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| printed(&["schema"]));
    let mut found = Vec::new();
    misfits(document, &SCHEMA, &SCHEMA, "document", &mut found);
    assert!(found.is_empty(), "{}: {}", document["source"]["path"], found.join("\n"));
    let told = SCHEMA["properties"].as_object().expect("properties");
    let keys = document.as_object().expect("an object");
    assert!(told.keys().eq(keys.keys()), "every key is always there, in the order of the schema");
}

#[test]
fn answers_and_the_graph_fit_their_schemas() {
    check(&printed(&["implemented-by", "107-KL/TW", "corpus/texts", "--format", "json"]), "answer");
    check(&printed(&["tasks", "corpus/texts", "--format", "json"]), "answer");
    check(&printed(&["deadlines", "corpus/texts", "--format", "json"]), "answer");
    check(&printed(&["stats", "corpus/texts", "--format", "json"]), "answer");
    check(&printed(&["export", "corpus/texts"]), "graph");
}
