"""What goes on paper: slips, trip cards, the recovery sheet, weeks, registers and lists, in millimetres, as vectors."""
