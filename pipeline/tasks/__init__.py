"""One module per command: ports go in, a report comes out."""
