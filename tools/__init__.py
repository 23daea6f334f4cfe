"""Scripts that make what is committed; nothing here is needed to run Leerwijzer."""
