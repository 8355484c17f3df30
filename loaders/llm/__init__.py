"""Facts from any endpoint of the chat completions protocol, checked against the article."""
