"""What other programs and the command line may ask of the alarms, in plain values and in words."""
