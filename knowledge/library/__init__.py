"""The bundled knowledge base: programme documents and catalogue rows, each with its source and date."""
