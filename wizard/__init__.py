"""Packs what the enterprise runs: form, engine, renderer, policy data and browser runtime."""
