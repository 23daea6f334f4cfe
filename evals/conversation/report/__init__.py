"""A run as a report: Markdown for a terminal or a review, HTML with plots for a browser."""
