"""How the example files are made: invented people in the formats of real exports."""
