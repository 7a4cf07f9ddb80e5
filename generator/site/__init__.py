"""What the site shows: pages, feeds, cards, calendar, sitemap."""
