from generator.tidy import tidy

PAGE = """
<!doctype html>
    <title>A page</title>

    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" autocomplete="off">
    <label class="md-overlay" for="__drawer"></label>
  <main>
<pre>
  kept

  as it is</pre>

  </main>

  <footer></footer>
"""


def test_leaves_out_toggles_and_white_space_around_the_main_part() -> None:
    assert tidy(PAGE) == (
        "<!doctype html>\n<title>A page</title>\n"
        "<main>\n<pre>\n  kept\n\n  as it is</pre>\n\n  </main>\n<footer></footer>\n"
    )


def test_a_page_without_a_main_part_is_tidied_as_a_whole() -> None:
    assert tidy("<p>\n\n  Text") == "<p>\nText"
