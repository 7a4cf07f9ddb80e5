from generator.site.tidy import tidy

PAGE = """
<!doctype html>
    <title>A page</title>

    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" autocomplete="off">
    <label class="md-overlay" for="__drawer"></label>
    <div class="md-container" data-md-component="container">
      <main class="md-main" data-md-component="main">
        <div class="md-main__inner md-grid">
<pre>
  kept

  as it is</pre><div>&lt;main&gt;</div>

        </div>
      </main>

  <footer></footer>
    </div>
"""


def test_leaves_out_toggles_boxes_and_white_space_around_the_main_part() -> None:
    assert tidy(PAGE) == (
        "<!doctype html>\n<title>A page</title>\n"
        "<main><pre>\n  kept\n\n  as it is</pre><div>&lt;main&gt;</div></main>\n<footer></footer>\n"
    )


def test_a_page_without_a_main_part_is_tidied_as_a_whole() -> None:
    assert tidy("<p>\n\n  Text") == "<p>\nText"
