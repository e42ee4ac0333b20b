"""The command line: one file a group; a command imports what it needs inside itself."""
