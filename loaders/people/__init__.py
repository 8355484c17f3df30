"""People: their names, the offices they hold and the nations they act for."""
