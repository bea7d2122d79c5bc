"""Where the sound of a Linux desktop comes out: what its sound server tells, and is told."""
