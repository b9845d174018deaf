//! Who signed, and who gets a copy for what.

use super::row::{listed, row};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Purpose};
use crate::registry::{AuthorityMeaning, authority_of};

/// Signers and under what authority; of one document or all held. A head who signs in his own right has none.
pub(super) fn signers(view: &dyn GraphView, id: Option<&str>) -> Vec<AnswerItem> {
    let ids = id.map_or_else(|| view.documents(), |id| vec![id.to_owned()]);
    let mut rows = Vec::new();
    for held in ids.iter().flat_map(|id| view.particulars(id).into_iter().take(1)) {
        for signature in &held.signatures {
            let rights: Vec<String> = signature
                .authority
                .iter()
                .filter_map(|line| Some(right(authority_of(line)?.0.meaning).to_owned()))
                .collect();
            let rights = if rights.is_empty() { vec!["in_own_right".to_owned()] } else { rights };
            let cells = [
                ("document", held.document.clone()),
                ("signer", signature.name.clone().unwrap_or_default()),
                ("post", signature.title.clone().unwrap_or_default()),
                ("authority", listed(signature.authority.iter().cloned())),
                ("right", listed(rights)),
            ];
            rows.push(row(cells, vec![held.evidence(signature.span, None)]));
        }
    }
    rows
}

fn right(meaning: AuthorityMeaning) -> &'static str {
    match meaning {
        AuthorityMeaning::OnBehalf => "on_behalf",
        AuthorityMeaning::ForHead => "for_head",
        AuthorityMeaning::ByOrder => "by_order",
        AuthorityMeaning::ByDelegation => "by_delegation",
        AuthorityMeaning::Acting => "acting",
    }
}

/// Kính gửi and Nơi nhận by purpose: those it is addressed to first, then those who get it to carry it out, to
/// coordinate, as a report, for information; the file copy and items without a purpose last.
pub(super) fn recipients(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut rows = Vec::new();
    for held in view.particulars(id).into_iter().take(1) {
        for addressee in &held.addressees {
            let cells = [("purpose", "addressed".to_owned()), ("recipient", addressee.text.clone())];
            rows.push((0, row(cells, vec![held.evidence(addressee.span, None)])));
        }
        for recipient in &held.recipients {
            let purpose = recipient.purpose.map_or("not_stated", Purpose::as_str);
            let cells = [("purpose", purpose.to_owned()), ("recipient", recipient.text.clone())];
            rows.push((rank(recipient.purpose), row(cells, vec![held.evidence(recipient.span, None)])));
        }
    }
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter().map(|(_, item)| item).collect()
}

fn rank(purpose: Option<Purpose>) -> u8 {
    match purpose {
        Some(Purpose::AsAbove) => 1,
        Some(Purpose::Implement) => 2,
        Some(Purpose::Coordinate) => 3,
        Some(Purpose::Report) => 4,
        Some(Purpose::Inform) => 5,
        Some(Purpose::ReplyInstead) => 6,
        Some(Purpose::Publish) => 7,
        None => 8,
        Some(Purpose::Archive) => 9,
    }
}
