"""A listing goes in, plain Markdown comes out and is kept, MkDocs makes it a site.

One folder a stage; each imports only what stands below it (`tests/project/test_layers.py`):

doors/    the ways in: command line, MkDocs plugin, settings       imports everything below
fetch/    lists of the web, day by day                             archive, sources, papers, text
site/     what the site shows: views, feeds, cards, calendar       everything below
archive/  the Markdown in content/: reading, writing, adding,      sources, papers, text
          removing, coverage, check
search/   the index that a browser searches                        papers, text
related/  what papers have in common, and the gist of each         papers, text
sources/  a parser for each kind of listing                        papers, text
papers/   what a paper is: records, identifiers, addresses, merge  text
text/     plain text, CommonMark, TeX, formulas                    nothing

One word a thing:

listing   what a source says was listed: a text, a file, the answers of a service
entry     one of its papers; a stretch that is none is a rejection
paper     the record of a paper, whoever listed it; an account is what one source says of it
page      what an archive holds and a site shows: Markdown in content/, HTML in the site
receipt   what a page of a day keeps of each listing
answer    what a service sends for one request; a list may take several
furniture what stands around a list on the web page that its text was copied from
found     in an error: what was there, beside what is allowed and the remedy
"""
