"""Tests that harm the program and insist that it loses nothing; the long ones take minutes."""
