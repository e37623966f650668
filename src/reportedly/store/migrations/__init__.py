"""Alembic migrations of the store, run by `engine.open_store`."""
