"""See `compiler`."""

Lexer = TokenStream = get_lexer = None
