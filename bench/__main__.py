"""Every benchmark, one after the other."""

from bench import archive, growth, lighthouse, related, search

if __name__ == "__main__":
    archive.main()
    growth.main()
    lighthouse.main()
    related.main()
    search.main()
