"""Every benchmark, one after the other."""

from bench import archive, growth, lighthouse, ranking, related, search, themes

if __name__ == "__main__":
    archive.main()
    growth.main()
    lighthouse.main()
    ranking.main()
    related.main()
    search.main()
    themes.main()
