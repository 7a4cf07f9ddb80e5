"""Every benchmark, one after the other."""

from bench import archive, growth, lighthouse, ranking, related, search

if __name__ == "__main__":
    archive.main()
    growth.main()
    lighthouse.main()
    ranking.main()
    related.main()
    search.main()
