"""What programs can ask, by the same names over Gradio's client and over the Model Context Protocol."""
