//! Every span of a document in one walk, so that spans of the reading can be turned into spans of the text.

use super::{Document, Section, Signature};
use crate::text::Span;

impl Document {
    /// Calls `f` on every span in the document, once each.
    pub fn for_each_span(&mut self, f: &mut dyn FnMut(&mut Span)) {
        self.header_spans(f);
        for part in &mut self.parts {
            f(&mut part.span);
        }
        self.sections.iter_mut().for_each(|section| section_spans(section, f));
        self.mention_spans(f);
        self.duty_spans(f);
        self.diagnostics.iter_mut().filter_map(|d| d.span.as_mut()).for_each(f);
    }

    fn header_spans(&mut self, f: &mut dyn FnMut(&mut Span)) {
        if let Some(quote) = &mut self.status_evidence {
            f(&mut quote.span);
        }
        if let Some(span) = self.number.as_mut().and_then(|n| n.span.as_mut()) {
            f(span);
        }
        let marks = [
            &mut self.kind_span,
            &mut self.date_span,
            &mut self.place_span,
            &mut self.urgency_span,
            &mut self.classification_span,
            &mut self.circulation_span,
        ];
        marks.into_iter().flatten().for_each(&mut *f);
        if let Some(issuer) = &mut self.issuer {
            issuer.span.iter_mut().chain(&mut issuer.pieces).for_each(&mut *f);
            if let Some(span) = issuer.parent.as_mut().and_then(|p| p.span.as_mut()) {
                f(span);
            }
        }
        if let Some(author) = &mut self.author {
            f(&mut author.span);
        }
        if let Some(subject) = &mut self.subject {
            f(&mut subject.span);
            subject.pieces.iter_mut().for_each(&mut *f);
        }
        if let Some(copy) = &mut self.copy {
            f(&mut copy.span);
            if let Some(signature) = &mut copy.signature {
                f(&mut signature.span);
            }
        }
        self.directions.iter_mut().for_each(|d| f(&mut d.span));
        self.addressees.iter_mut().for_each(|a| f(&mut a.span));
        self.recipients.iter_mut().for_each(|r| f(&mut r.span));
        self.signatures.iter_mut().for_each(|s: &mut Signature| f(&mut s.span));
    }

    fn mention_spans(&mut self, f: &mut dyn FnMut(&mut Span)) {
        for citation in &mut self.citations {
            f(&mut citation.span);
            citation.pieces.iter_mut().for_each(&mut *f);
            let parts = &mut citation.parts;
            let all =
                [&mut parts.kind, &mut parts.name, &mut parts.number, &mut parts.date, &mut parts.issuer];
            all.into_iter().flatten().for_each(&mut *f);
            for quote in [&mut citation.pinpoint, &mut citation.cue].into_iter().flatten() {
                f(&mut quote.span);
            }
        }
        self.coreferences.iter_mut().for_each(|c| f(&mut c.span));
        self.references.iter_mut().flat_map(|r| &mut r.pinpoints).for_each(|p| f(&mut p.span));
        self.relations.iter_mut().for_each(|r| f(&mut r.span));
    }

    fn duty_spans(&mut self, f: &mut dyn FnMut(&mut Span)) {
        for task in &mut self.tasks {
            f(&mut task.span);
            let lists = [
                &mut task.lead,
                &mut task.coordinate,
                &mut task.report_to,
                &mut task.via,
                &mut task.assigned_by,
            ];
            lists.into_iter().flatten().for_each(|actor| f(&mut actor.span));
        }
        for deadline in &mut self.deadlines {
            f(&mut deadline.span);
            if let Some(anchor) = &mut deadline.anchor {
                f(&mut anchor.span);
            }
        }
    }
}

fn section_spans(section: &mut Section, f: &mut dyn FnMut(&mut Span)) {
    f(&mut section.span);
    section.children.iter_mut().for_each(|child| section_spans(child, f));
}
