"""What changed when: the history that harvesters follow."""
