patterns:
    $Hello = (hello|hi)
