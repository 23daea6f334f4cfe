"""Figures of the records as plots with a table, a source and a date, and as a file for a spreadsheet."""
