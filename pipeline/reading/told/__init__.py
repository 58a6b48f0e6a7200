"""What a sentence tells, whatever is read from it: to whom it speaks, whom they took, what it was not, what all get."""
