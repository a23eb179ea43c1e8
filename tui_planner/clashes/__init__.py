"""The judgement of clashes: which two things one person cannot both attend, from times alone."""
