"""A listing goes in, plain Markdown comes out and is kept, MkDocs makes it a site.

lists of the web                  -> gather.py  fetch them, day by day
listing (text, JSON, HTML, Atom)  -> sources/   parse it into records
records (Paper, Receipt, Day)     -> merge.py   meet what the archive knows
pages (content/**/*.md)           -> archive.py keep them as Markdown
site (MkDocs and Material)        -> plugin.py  show them
search, feeds, data               -> written beside the site when it is built
"""
