"""What follows from times alone: which two things one person cannot both attend."""
