"""How good it is: data sets, scorers and reports. Nothing else imports this package."""
