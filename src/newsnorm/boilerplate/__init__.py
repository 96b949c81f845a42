"""The boilerplate stage: takes out what is not the article, and says what it was."""

from newsnorm.boilerplate.stage import propose

__all__ = ["propose"]
