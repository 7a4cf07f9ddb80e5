"""Every benchmark, one after the other."""

from bench import archive, search

if __name__ == "__main__":
    archive.main()
    search.main()
