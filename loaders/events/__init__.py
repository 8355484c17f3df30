"""Events: who does what to whom, when and where, coded by PLOVER."""
