"""Nothing is compiled in the browser: its templates are modules already (`results.ready_made`)."""

CodeGenerator = generate = None
