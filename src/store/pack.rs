//! Texts and records as they lie in the index: compressed, with a checksum of their own, because SQLite keeps none.

use std::cell::RefCell;
use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

use zstd::bulk::{Compressor, Decompressor};

use super::error::Fault;

/// More effort than this gains a few per cent of space and costs a multiple of the time.
const LEVEL: i32 = 1;

/// Up to so many bytes, room is made at once for what is unpacked, on the word of what is packed.
const TRUSTED: u64 = 16 << 20;

thread_local! {
    /// What they work with is larger than most texts, so it is made once.
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = RefCell::new(compressor().ok());
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> = RefCell::new(Decompressor::new().ok());
}

fn compressor() -> io::Result<Compressor<'static>> {
    let mut compressor = Compressor::new(LEVEL)?;
    compressor.include_checksum(true)?;
    Ok(compressor)
}

/// Compresses bytes.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let packed = COMPRESSOR.with_borrow_mut(|to| to.as_mut()?.compress(bytes).ok());
    // Compressing into memory cannot fail but for want of it.
    packed.unwrap_or_default()
}

/// The bytes that were packed.
///
/// # Errors
/// [`Fault::Content`] when they are not what was packed.
pub(super) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    let told = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten();
    let room = told.filter(|&told| told <= TRUSTED).and_then(|told| usize::try_from(told).ok());
    let unpacked = DECOMPRESSOR.with_borrow_mut(|from| match (room, from) {
        (Some(room), Some(from)) => from.decompress(packed, room),
        _ => zstd::stream::decode_all(packed),
    });
    unpacked.map_err(|error| Fault::Content(format!("a text cannot be unpacked: {error}")))
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
    fn what_was_packed_comes_back_and_a_flipped_bit_never_gives_another_text() {
        let text = "Kế hoạch số 264/KH-UBND ".repeat(40);
        let mut packed = pack(text.as_bytes());
        assert!(packed.len() * 4 < text.len());
        assert_eq!(unpack_text(&packed).unwrap(), text);
        for at in 0..packed.len() {
            for bit in 0..8 {
                packed[at] ^= 1 << bit;
                assert!(unpack_text(&packed).map_or(true, |other| other == text), "bit {bit} of byte {at}");
                packed[at] ^= 1 << bit;
            }
        }
        assert_eq!(unpack_text(&packed).unwrap(), text);
    }
}
