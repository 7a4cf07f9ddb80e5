"""Every benchmark, one after the other."""

from bench import archive, builds, growth, lighthouse, ranking, related, search, themes, topics

if __name__ == "__main__":
    archive.main()
    builds.main()
    growth.main()
    lighthouse.main()
    ranking.main()
    related.main()
    search.main()
    themes.main()
    topics.main()
