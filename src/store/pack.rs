//! Texts and records as they lie in the index: compressed, with a checksum of their own, because SQLite keeps none.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::Fault;

/// More effort than this gains a few per cent of space and costs a multiple of the time.
const LEVEL: i32 = 1;

/// Compresses bytes.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let packed = zstd::bulk::Compressor::new(LEVEL).and_then(|mut to| {
        to.include_checksum(true)?;
        to.compress(bytes)
    });
    // Compressing into memory cannot fail but for want of it.
    packed.unwrap_or_default()
}

/// The bytes that were packed.
///
/// # Errors
/// [`Fault::Content`] when they are not what was packed.
pub(super) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    zstd::stream::decode_all(packed)
        .map_err(|error| Fault::Content(format!("a text cannot be unpacked: {error}")))
}

/// The text that was packed.
///
/// # Errors
/// As [`unpack`].
pub(super) fn unpack_text(packed: &[u8]) -> Result<String, Fault> {
    String::from_utf8(unpack(packed)?).map_err(|_| Fault::Content("a text is no UTF-8".to_owned()))
}

/// Packs a value as JSON.
pub(super) fn pack_value(value: &impl Serialize) -> Vec<u8> {
    pack(&serde_json::to_vec(value).unwrap_or_default())
}

/// The value that was packed.
///
/// # Errors
/// As [`unpack`].
pub(super) fn unpack_value<T: DeserializeOwned>(packed: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(&unpack(packed)?)
        .map_err(|error| Fault::Content(format!("a record cannot be read: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_a_flipped_bit_is_told() {
        let text = "Kế hoạch số 264/KH-UBND ".repeat(40);
        let mut packed = pack(text.as_bytes());
        assert!(packed.len() * 4 < text.len());
        assert_eq!(unpack_text(&packed).unwrap(), text);
        let middle = packed.len() / 2;
        packed[middle] ^= 1;
        assert!(unpack_text(&packed).is_err());
    }
}
