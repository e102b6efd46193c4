"""From a folder of files to trees of values with positions, safely whatever the files hold."""
