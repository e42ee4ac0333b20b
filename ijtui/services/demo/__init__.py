"""A filled example: one manager, four people, two years of conversations.

`story` says what happens and when, counted from a day; the texts lie in `ijtui/content/*/demo.toml`;
`stage` lets it happen through the services, so that the example can't hold what a person couldn't make.
"""

from ijtui.services.demo.fill import fill

__all__ = ["fill"]
