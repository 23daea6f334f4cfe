"""Records: offers, occupations, schemes, rules, figures and desks, each field with its source and date."""
