"""A fork that sets what a user of Material for MkDocs knows."""

from pathlib import Path

from tests.sites import SECOND_DAY, make_project

SETTINGS = """
copyright: Copyright &copy; 2026 <a href="https://quokka.example/">Quokka Lab</a>
extra_css: [own.css]
extra_javascript: [own.js, "https://cdn.example/other.js"]
repo_url: https://github.com/quokka/papers
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.details
  - pymdownx.highlight: {anchor_linenums: true}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
"""

THEME = """  language: de
  logo: logo.svg
  favicon: logo.svg
  features: [navigation.tabs, navigation.instant]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: indigo
      accent: yellow
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: teal
      accent: light blue
      toggle: {icon: material/weather-sunny, name: Light}
"""

SOCIAL = """extra:
  social:
    - {icon: fontawesome/brands/github, link: "https://github.com/quokka", name: Quokka on GitHub}
    - {icon: fontawesome/brands/nothing, link: "https://social.example/@quokka"}
"""

NAV = """nav:
  - index.md
  - Guide:
      - Reading: guide/reading.md
      - Deeper:
          - guide/deep/more.md
  - Weeks: papers/week/index.md
  - about.md
"""

PAGE = """# How we read

!!! note "A note"
    Of *quokkas*.

??? warning
    Folded.

=== "Python"

    ``` python
    def hop(height: float = 1.5) -> str:  # a comment
        return f"{height} m"
    ```

=== "Shell"

    ``` sh
    echo "hop" | wc -c
    ```

| animal | hops |
| :----- | ---: |
| quokka |   12 |

- [x] read
- [ ] not read

quokka
:   It hops.

``` py linenums="1"
height = 1.5
print("as high as a line that is longer than any screen of a phone is wide, and then some more", height)
```

[Read on](../about.md){ .md-button .md-button--primary }

Where $E = mc^2$ holds[^1].

$$
\\\\sum_{i=1}^n i
$$

[^1]: Mostly.

See [the latest](../../papers/date/latest/), [weeks](../../papers/week/), [one](../../papers/2508.01234/),
[a search](../../search/?q=quokka) and [about](../about.md).
""".replace("\\\\", "\\").replace(", [one](../../papers/2508.01234/)", "")


def make_themed_project(folder: Path) -> Path:
    """Make a project with such settings, and pages written by hand at every depth."""
    project = make_project(folder, {"2025-08-07.txt": SECOND_DAY})
    file, content = project / "mkdocs.yml", project / "content"
    text = file.read_text().replace("  language: en\n", THEME).replace("extra:\n", SOCIAL)
    file.write_text(text.replace("nav:\n  - index.md\n  - about.md\n", NAV) + SETTINGS)
    (content / "own.css").write_text(":root { --own: 1; }\n")
    (content / "own.js").write_text('document.documentElement.dataset.own = "ran";\n')
    (content / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#fc0" d="M0 0h4v4z"/></svg>\n'
    )
    for path in ("guide/reading.md", "guide/unlisted.md"):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(PAGE.replace("](../../", "](../"))
    (content / "guide/deep").mkdir()
    (content / "guide/deep/more.md").write_text("# More\n\n[Weeks](../../papers/week/)\n")
    return project
