"""What was learnt from data and comes with the program, and how to learn it anew."""
