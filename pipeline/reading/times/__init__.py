"""Dates, times of the year and spans, in the words of seven languages."""
