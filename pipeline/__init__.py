"""Afterword: reads a job seeker's mailboxes, recognises rejections and writes a debrief."""

__version__ = "0.1.0"
