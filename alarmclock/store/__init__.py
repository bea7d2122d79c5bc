"""Bytes on disk: the database, its migrations and its backups."""
