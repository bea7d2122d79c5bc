"""Phrases, one module of tests for each part of the grammar."""
