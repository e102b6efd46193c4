"""What the screens show, made from what the viewers may know; no pixels in here."""
