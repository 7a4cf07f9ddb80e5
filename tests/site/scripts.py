"""Scripts that tests run in a page."""

VISIBLE = """(wanted) => [...document.querySelectorAll(wanted)]
  .filter((found) => found.checkVisibility({ contentVisibilityAuto: true }))
  .map((found) => found.getAttribute("href") ?? found.textContent)"""
"""Gives what is seen of the elements of a selector: their links, or their texts."""

NEVER_PAINTED = "self.requestAnimationFrame = () => 0;"
"""Has no frame of a page ever come."""
