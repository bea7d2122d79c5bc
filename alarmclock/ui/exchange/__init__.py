"""Import and export as people see them: what will be done, what was found, and the backups."""
