"""Every benchmark, one after the other."""

from bench import archive, lighthouse, search

if __name__ == "__main__":
    archive.main()
    lighthouse.main()
    search.main()
