"""Every benchmark, one after the other."""

from bench import archive, lighthouse, related, search

if __name__ == "__main__":
    archive.main()
    lighthouse.main()
    related.main()
    search.main()
