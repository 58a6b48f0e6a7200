"""Who writes to whom: what is known of senders, names of people, who signs, who can be answered, how they speak."""
