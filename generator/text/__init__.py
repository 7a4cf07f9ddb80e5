"""Text and its markup: escaping, CommonMark, formulas. Imports no other room."""
