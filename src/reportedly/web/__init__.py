"""The desk: an HTTP API over a store, and the page that it serves. `app.py` puts it together, `serve.py` starts it.

The desk reads beside whoever writes the store; it writes nothing but judgements, and those only where they are allowed.
"""
