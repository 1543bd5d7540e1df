"""What the service answers: each module or package of this folder holds ``ROUTES``."""
