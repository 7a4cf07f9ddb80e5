"""What does not hold."""


def check_archive(archive):
    return []


def check_site(archive, site):
    return []
