venv/bin/python -m eligibility <<policy>> application.json
