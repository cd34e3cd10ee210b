venv/bin/python memo.py
