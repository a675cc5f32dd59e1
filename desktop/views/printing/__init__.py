"""What goes on paper: slips, trip cards and the recovery sheet, in millimetres, as vectors."""
