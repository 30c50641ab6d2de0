"""What the program knows: reports, templates, indicators, quantities, the composed document and the store."""
