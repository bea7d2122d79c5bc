"""Small widgets that several pages share; none of them knows an alarm."""
