print("init pkg")
name = "pkg"
from . import other
