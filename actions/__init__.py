"""What a clerk can do, one plain function each; the window and the command line both call these."""
