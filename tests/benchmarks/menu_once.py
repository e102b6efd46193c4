"""Open the menu, draw it once, say so, and leave. Run as a process of its own."""

from game.ui.run import make_app
from game.ui.screens.menu.screen import MenuScreen

app = make_app()
app.push(MenuScreen(app))
app.turn((), 0.0)
print("drawn", flush=True)
