"""One module for each generated reference page; each has a function `page` that returns its Markdown."""
