"""How much of a message is looked at: bounds that keep the time small whatever it holds."""

#: Characters of a text that are searched as one.
MOST_TEXT = 10_000

#: Sentences, from the first, that are read for what they say of reason, stage and days.
FIRST_SENTENCES = 80

#: Characters of a sentence that are read.
LONGEST_SENTENCE = 600
