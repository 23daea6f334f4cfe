"""The scripts that make the bundled records: from registers, laws and collected facts to JSON Lines."""
