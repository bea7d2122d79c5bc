"""What makes an alarm heard: decoding, mixing, and a sound device that is watched all the time."""
