"""Mail over IMAP (RFC 9051): the session, the mailboxes that are read, and the one into which letters may be put."""
