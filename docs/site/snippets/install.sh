python3 -m venv venv
venv/bin/python -m pip install --no-index ./<<plain>>
venv/bin/python assess.py
