x = "sub"
