"""Start the page: `python ui.py [--host 127.0.0.1] [--port 7860] [--home MAP]`."""

from assistant.interface.start import main

if __name__ == "__main__":
    raise SystemExit(main())
