"""Figures about a judge: how well it told rejections, what it let pass, and what it read."""
