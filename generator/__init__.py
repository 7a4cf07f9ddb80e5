"""A listing goes in, plain Markdown comes out and is kept, MkDocs makes it a site.

One folder a stage; each imports only from those below it:

doors/    the ways in: command line, MkDocs plugin, settings
fetch/    lists of the web, day by day
site/     what the site shows: pages, feeds, cards, calendar
archive/  the Markdown in content/: reading, writing, adding, checking
search/   the index that a browser searches
related/  what papers have in common, and the gist of each
sources/  a parser for each kind of listing
papers/   what a paper is: records, identifiers, addresses, merging
text/     plain text, CommonMark, formulas
"""
