# The smallest program: what every firmware has of the VM.
print("hello")
