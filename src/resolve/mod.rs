//! From mentions to identities: which document a reference means, given who cites it and what else is known.
