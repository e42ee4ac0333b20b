"""Development conversations in the terminal: prepare, talk, agree, export."""
