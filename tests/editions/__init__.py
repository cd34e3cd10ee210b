"""Made editions of the policy: invented, for tests only."""
